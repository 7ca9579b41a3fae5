// Runs in the browser. Tests reach what stands on `window` here through `page.evaluate`.
import * as sdk from 'matrix-js-sdk';
import * as engine from '../../../src/index.ts';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import { meet as meetDevice, startClient } from './page-client.ts';
import type { ClientWishes } from './page-client.ts';
import { PageDialectPhone } from './page-dialect-phone.ts';
import type { DialectName } from './dialect.ts';
import { PageGroupPhone } from './page-group-phone.ts';
import { PageLibraryPhone } from './page-library-phone.ts';
import { PagePhone } from './page-phone.ts';
import type { PhoneWishes } from './page-phone.ts';

async function setup(wishes: ClientWishes): Promise<sdk.MatrixClient> {
  return (window.client = await startClient(wishes));
}

/** Makes the engine's side of this page ready for calls. */
function installPhone(wishes: PhoneWishes): void {
  window.phone = new PagePhone(window.client, wishes);
}

/** After `installPhone`: for calls of many. */
function installGroupPhone(): void {
  window.groupPhone = new PageGroupPhone(window.phone, window.client);
}

/** In place of the engine: somebody who speaks one dialect of group calls only. */
function installDialectPhone(dialect: DialectName): void {
  window.dialectPhone = new PageDialectPhone(window.client, dialect);
}

/** In place of the players: the element shows the group call that was found last. */
async function showGroupElement(): Promise<void> {
  await import('../../../components/define-group.ts');
  const element = document.createElement('famedly-group-call');
  element.style.cssText = 'display: block; inline-size: 640px; block-size: 480px';
  element.session = window.groupPhone.session;
  document.body.prepend(element);
}

function installLibraryPhone(): void {
  window.libraryPhone = new PageLibraryPhone(window.client);
}

function meet(userId: string, deviceId: string): Promise<void> {
  return meetDevice(window.client, userId, deviceId);
}

const globals = {
  sdk,
  engine,
  fromMatrixClient,
  setup,
  meet,
  installPhone,
  installGroupPhone,
  installLibraryPhone,
  installDialectPhone,
  showGroupElement,
};

declare global {
  interface Window extends Readonly<typeof globals> {
    /** The client of the last `setup`. */
    client: sdk.MatrixClient;
    /** What the last `installPhone` made. */
    phone: PagePhone;
    /** What the last `installGroupPhone` made. */
    groupPhone: PageGroupPhone;
    /** What the last `installDialectPhone` made. */
    dialectPhone: PageDialectPhone;
    /** What the last `installLibraryPhone` made. */
    libraryPhone: PageLibraryPhone;
  }
}

Object.assign(window, globals);
