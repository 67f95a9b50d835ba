package dev.parley.channels.support;

import dev.parley.channels.support.OutboundException.Reason;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;
import org.jspecify.annotations.Nullable;

/**
 * A stranger's URL that is worth resolving: http or https, in ASCII, with a host and a path,
 * without user, fragment, odd spelling of an address, or a port that no web server has.
 */
record OutboundUrl(URI uri) {
  private static final int LONGEST = 2048;
  private static final Set<Integer> WEB_PORTS = Set.of(-1, 80, 443, 8443);

  private static final Pattern NAME_AND_PORT = Pattern.compile("([^:@%\\[\\]]+)((?::\\d{0,5})?)");
  private static final Pattern QUAD =
      Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");

  /** A last label that some resolver would read as a number (WHATWG URL, "ends in a number"). */
  private static final Pattern NUMERIC =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  /** Names that only mean something inside a network. */
  private static final Pattern INTERNAL =
      Pattern.compile("(?:.*\\.)?(?:localhost|local|internal|home\\.arpa|test)");

  /**
   * @param privateToo whether names and ports of our own network are fine
   */
  static OutboundUrl parse(String text, boolean privateToo) throws OutboundException {
    try {
      require(text.length() <= LONGEST);
      URI uri = inAscii(new URI(text));
      require(uri.getRawUserInfo() == null && uri.getRawFragment() == null);
      require(isHost(uri.getHost(), privateToo));
      require(uri.getPort() != 0 && uri.getPort() <= 65535);
      require(privateToo || WEB_PORTS.contains(uri.getPort()));
      return new OutboundUrl(uri);
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      throw new OutboundException(Reason.URL, malformed);
    }
  }

  /** Whether the host of a URL is an address already: a dotted quad or in IPv6's notation. */
  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || QUAD.matcher(host).matches();
  }

  /** Where a redirect leads; it is checked as if it were given by the stranger. */
  OutboundUrl redirectedTo(String location, boolean privateToo) throws OutboundException {
    try {
      require(location.length() <= LONGEST);
      URI given = new URI(location);
      String target = given.isAbsolute() ? location : URIUtils.resolve(uri, given).toString();
      OutboundUrl next = parse(target, privateToo);
      if (isSecure() && !next.isSecure()) {
        throw new OutboundException(Reason.REDIRECT);
      }
      return next;
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      throw new OutboundException(Reason.URL, malformed);
    }
  }

  private boolean isSecure() {
    return uri.getScheme().equals("https");
  }

  private static URI inAscii(URI uri) throws OutboundException, URISyntaxException {
    require(uri.getScheme() != null && uri.getRawAuthority() != null);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    require(scheme.equals("http") || scheme.equals("https"));
    String authority = uri.getHost() == null ? named(uri.getRawAuthority()) : uri.getRawAuthority();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
    return new URI(new URI(scheme + "://" + authority + path + query + fragment).toASCIIString());
  }

  /** {@link URI} knows no international names: they become hosts here. */
  private static String named(String authority) throws OutboundException {
    Matcher matcher = NAME_AND_PORT.matcher(authority);
    require(matcher.matches());
    return IDN.toASCII(matcher.group(1), IDN.USE_STD3_ASCII_RULES) + matcher.group(2);
  }

  private static boolean isHost(@Nullable String written, boolean privateToo) {
    if (written == null || written.indexOf('%') >= 0) {
      return false;
    }
    String host = written.toLowerCase(Locale.ROOT);
    if (isAddress(host)) {
      return true;
    }
    return !NUMERIC.matcher(host).matches()
        && !host.endsWith(".")
        && (privateToo || (host.indexOf('.') > 0 && !INTERNAL.matcher(host).matches()));
  }

  private static void require(boolean condition) throws OutboundException {
    if (!condition) {
      throw new OutboundException(Reason.URL);
    }
  }
}
