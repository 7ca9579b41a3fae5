import type { StandIns } from './stand-ins.ts';

export interface ShownNotification {
  readonly title: string;
  readonly options: NotificationOptions;
  onclick: (() => void) | null;
  open: boolean;
}

/** The system's notifications, as a test sees them. `permission: 'android'` is granted and throws. */
export function fakeNotifications(
  standIns: StandIns,
  permission: NotificationPermission | 'android',
): { readonly shown: readonly ShownNotification[]; readonly asked: () => number } {
  const shown: ShownNotification[] = [];
  let asked = 0;
  class FakeNotification implements ShownNotification {
    static readonly permission = permission === 'android' ? 'granted' : permission;
    static requestPermission(): Promise<NotificationPermission> {
      asked += 1;
      return Promise.resolve('granted');
    }
    readonly title: string;
    readonly options: NotificationOptions;
    onclick: (() => void) | null = null;
    open = true;

    constructor(title: string, options: NotificationOptions) {
      if (permission === 'android') throw new TypeError('Illegal constructor');
      this.title = title;
      this.options = options;
      shown.push(this);
    }

    close(): void {
      this.open = false;
    }
  }
  standIns.put(globalThis, 'Notification', { value: FakeNotification });
  return { shown, asked: () => asked };
}

export function hidePage(standIns: StandIns, hidden: boolean): void {
  standIns.put(document, 'hidden', { value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}
