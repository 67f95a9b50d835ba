package dev.parley.channels.email.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What our own border mail server found out about the sender (RFC 8601).
 *
 * @param checks in the order they were reported; empty when no trusted server reported anything,
 *     which is not a failure
 */
public record AuthenticationResults(List<Check> checks) {

  /**
   * One check.
   *
   * @param method lower case: {@code spf}, {@code dkim}, {@code dmarc}, {@code arc} …
   * @param domain what the check is about, lower case: the domain of {@code header.from}, {@code
   *     header.d} (or {@code header.i}), {@code smtp.mailfrom}; empty when not given
   */
  public record Check(String method, Verdict verdict, String domain) {}

  /** Result of a check; every word that RFC 8601 does not know counts as an error. */
  public enum Verdict {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    NONE,
    POLICY,
    TEMPERROR,
    PERMERROR;

    static Verdict of(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "pass", "bestguesspass" -> PASS;
        case "fail", "hardfail" -> FAIL;
        case "softfail" -> SOFTFAIL;
        case "neutral" -> NEUTRAL;
        case "none" -> NONE;
        case "policy" -> POLICY;
        case "temperror" -> TEMPERROR;
        default -> PERMERROR;
      };
    }
  }

  public AuthenticationResults {
    checks = List.copyOf(checks);
  }

  /** The first verdict of a method. Of several DKIM signatures a passing one counts. */
  public Optional<Verdict> verdict(String method) {
    List<Verdict> verdicts =
        checks.stream().filter(c -> c.method().equals(method)).map(Check::verdict).toList();
    return verdicts.contains(Verdict.PASS)
        ? Optional.of(Verdict.PASS)
        : verdicts.stream().findFirst();
  }

  /**
   * Whether a domain stands for a mail that names it as its sender: DMARC passed for it, or a DKIM
   * signature of it or of a domain above it did.
   */
  public boolean proves(String fromDomain) {
    String domain = fromDomain.toLowerCase(Locale.ROOT);
    return checks.stream()
        .filter(check -> check.verdict() == Verdict.PASS && !check.domain().isEmpty())
        .anyMatch(
            check ->
                switch (check.method()) {
                  case "dmarc" -> check.domain().equals(domain);
                  case "dkim" -> covers(check.domain(), domain);
                  default -> false;
                });
  }

  /** A top-level domain signs for nobody but itself. */
  private static boolean covers(String signer, String domain) {
    return domain.equals(signer) || (signer.indexOf('.') > 0 && domain.endsWith("." + signer));
  }
}
