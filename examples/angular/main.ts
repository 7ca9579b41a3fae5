import 'famedly-calls/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { FamedlyCallEndEvent, FamedlyCallStartEvent } from 'famedly-calls/components';
import { anna, ben, roomId } from '../two-people.ts';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p>{{ status() }}</p>
    <famedly-call
      [client]="anna"
      [roomId]="roomId"
      (famedly-call-start)="started($event)"
      (famedly-call-end)="ended($event)"
    />
    <famedly-call [client]="ben" [roomId]="roomId" />
  `,
})
class App {
  readonly anna = anna;
  readonly ben = ben;
  readonly roomId = roomId;
  readonly status = signal('Nobody is talking.');

  started({ detail }: FamedlyCallStartEvent): void {
    this.status.set(`In a ${detail.type} call with ${detail.userId}.`);
  }

  ended({ detail }: FamedlyCallEndEvent): void {
    this.status.set(`Over: ${detail.reason}.`);
  }
}

await bootstrapApplication(App);
