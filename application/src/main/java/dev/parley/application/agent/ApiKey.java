package dev.parley.application.agent;

/** What is kept of a token: nothing it could be rebuilt from. */
public record ApiKey(String keyId, byte[] secretHash) {
  public static ApiKey of(ApiToken token) {
    return new ApiKey(token.keyId(), token.secretHash());
  }

  @Override
  public String toString() {
    return "ApiKey[" + keyId + "]";
  }
}
