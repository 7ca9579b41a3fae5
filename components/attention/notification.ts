export interface CallNotification {
  readonly title: string;
  readonly body: string;
  readonly callId: string;
}

/**
 * A notification of the system while the page is hidden, until `signal` aborts; for where the person has allowed it before. A
 * click brings the page back.
 */
export function notify({ title, body, callId }: CallNotification, signal: AbortSignal): void {
  if (signal.aborted) return;
  let notification: Notification | null = null;
  const close = (): void => {
    notification?.close();
    notification = null;
  };
  const update = (): void => {
    if (!document.hidden) close();
    else notification ??= open(title, { body, tag: `famedly-call-${callId}`, requireInteraction: true });
  };
  update();
  document.addEventListener('visibilitychange', update, { signal });
  signal.addEventListener('abort', close, { once: true });
}

function open(title: string, options: NotificationOptions): Notification | null {
  try {
    const notification = new Notification(title, options);
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return notification;
  } catch {
    // Chrome on Android throws: there only a service worker may notify, and that is the page's.
    return null;
  }
}
