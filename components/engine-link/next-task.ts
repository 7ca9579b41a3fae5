const waiting: (() => void)[] = [];
/** One for all: a channel that nobody holds is collected, with what was posted to it. */
let channel: MessageChannel | null = null;

/** Resolves when all that this turn of the event loop has to do is done; not slowed down behind other pages, as timers are. */
export function nextTask(): Promise<void> {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
