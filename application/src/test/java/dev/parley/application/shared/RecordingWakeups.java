package dev.parley.application.shared;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers who was woken. */
public final class RecordingWakeups implements Wakeups {
  private final List<Topic> woken = new CopyOnWriteArrayList<>();

  @Override
  public void wake(Topic topic) {
    woken.add(topic);
  }

  public List<Topic> woken() {
    return List.copyOf(woken);
  }
}
