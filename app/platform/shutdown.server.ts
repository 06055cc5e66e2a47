import { logger } from './logger.server';

/**
 * Runs `stop` once when the process is asked to end: by a signal, or because the program that started it
 * is gone (its channel closes). What has not stopped after `graceMs` is cut off.
 */
export function onShutdown(stop: () => Promise<void>, graceMs = 15_000): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ event: 'stopping', reason });
    setTimeout(() => {
      logger.error({ event: 'stop.timeout', graceMs });
      process.exit(1);
    }, graceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ event: 'stop.failed', error });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => begin(signal));
  if (process.channel) {
    process.on('disconnect', () => begin('parent gone'));
    process.channel.unref();
  }
}
