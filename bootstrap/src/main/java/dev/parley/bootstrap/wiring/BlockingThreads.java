package dev.parley.bootstrap.wiring;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Platform threads, for the reasons of ADR 0024. */
final class BlockingThreads {
  /** More than all kinds of background work keep waiting at once, so that requests find some. */
  private static final int AT_MOST = 256;

  private static final long IDLE_SECONDS = 60;

  private BlockingThreads() {}

  static Executor executor() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            AT_MOST,
            AT_MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("blocking-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
