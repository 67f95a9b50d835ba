package dev.parley.channels.email.mime;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mail server or mail program tells about a mail we sent. */
public sealed interface DeliveryReport {

  /** Ids of the mail it is about, every one found; several are possible, none is too. */
  List<String> originalMessageIds();

  /**
   * Delivery or non-delivery (RFC 3464).
   *
   * @param standard false when it was told from prose, which proves less
   * @param originalEnvelopeId the ENVID we sent it with (RFC 3461)
   */
  record Delivery(
      boolean standard,
      @Nullable String reportingMta,
      @Nullable String originalEnvelopeId,
      List<Recipient> recipients,
      List<String> originalMessageIds)
      implements DeliveryReport {

    public Delivery {
      recipients = List.copyOf(recipients);
      originalMessageIds = List.copyOf(originalMessageIds);
    }
  }

  /**
   * A mail program's answer about reading (RFC 8098).
   *
   * @param disposition lower case: {@code displayed}, {@code deleted}, {@code dispatched}, {@code
   *     processed}; empty when not given
   */
  record Disposition(
      @Nullable String finalRecipient, String disposition, List<String> originalMessageIds)
      implements DeliveryReport {

    public Disposition {
      originalMessageIds = List.copyOf(originalMessageIds);
    }

    @Override
    public String toString() {
      return "Disposition[" + disposition + "]";
    }

    /** Whether a person had it on the screen. */
    public boolean isRead() {
      return disposition.equals("displayed");
    }
  }

  /**
   * Somebody called our mail spam (RFC 5965).
   *
   * @param feedbackType lower case, such as {@code abuse}
   */
  record Complaint(
      String feedbackType, @Nullable String originalRecipient, List<String> originalMessageIds)
      implements DeliveryReport {

    public Complaint {
      originalMessageIds = List.copyOf(originalMessageIds);
    }

    @Override
    public String toString() {
      return "Complaint[" + feedbackType + "]";
    }
  }

  /** What became of the mail for a recipient. */
  enum Action {
    FAILED,
    DELAYED,
    DELIVERED,
    RELAYED,
    EXPANDED,
    UNKNOWN
  }

  /**
   * The mail's fate at one recipient.
   *
   * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}
   * @param diagnostic the remote server's words
   */
  record Recipient(
      @Nullable String finalRecipient,
      @Nullable String originalRecipient,
      Action action,
      @Nullable String status,
      @Nullable String diagnostic,
      @Nullable String remoteMta) {

    /** Without addresses and without words of the server, which quote them. */
    @Override
    public String toString() {
      return "Recipient[" + action + ", " + status + "]";
    }

    private static final Set<String> NO_SUCH_ADDRESS = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.10");

    /** Whether trying again cannot help. A full mailbox can be emptied. */
    public boolean isPermanentFailure() {
      return action == Action.FAILED
          && !isMailboxFull()
          && (status == null || status.startsWith("5"));
    }

    /** Whether the address itself is wrong and nothing should be sent to it again. */
    public boolean isUndeliverableAddress() {
      return action == Action.FAILED && status != null && NO_SUCH_ADDRESS.contains(status);
    }

    public boolean isMailboxFull() {
      return status != null && status.endsWith(".2.2");
    }
  }
}
