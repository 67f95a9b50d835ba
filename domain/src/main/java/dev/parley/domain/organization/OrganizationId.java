package dev.parley.domain.organization;

/** The organization's number: its key in every table and Chatwoot's account id. */
public record OrganizationId(long number) {
  public OrganizationId {
    if (number <= 0) {
      throw new IllegalArgumentException("an organization number is positive");
    }
  }
}
