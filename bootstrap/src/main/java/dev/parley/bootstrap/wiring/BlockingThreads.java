package dev.parley.bootstrap.wiring;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.threads.EnhancedQueueExecutor;

/** Platform threads, for the reasons of ADR 0024. */
final class BlockingThreads {
  /** More than all kinds of background work keep waiting at once, so that requests find some. */
  private static final int AT_MOST = 256;

  private static final Duration IDLE = Duration.ofSeconds(60);

  private BlockingThreads() {}

  /** One that waits is used before another is made; what finds none waits itself. */
  static Executor executor() {
    return new EnhancedQueueExecutor.Builder()
        .setThreadFactory(Thread.ofPlatform().daemon().name("blocking-", 0).factory())
        .setCorePoolSize(1)
        .setMaximumPoolSize(AT_MOST)
        .setKeepAliveTime(IDLE)
        .build();
  }
}
