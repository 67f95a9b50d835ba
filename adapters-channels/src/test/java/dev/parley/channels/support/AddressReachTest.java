package dev.parley.channels.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address")
class AddressReachTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "1.0.0.0",
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2000::1",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001:80b::200e",
        "2003::1",
        "3ffe::1",
        "3fff:1000::1",
        "64:ff9b::8.8.8.8",
        "64:ff9b::101:101",
        "2002:808:808::1",
        "::ffff:8.8.8.8"
      })
  void ofAnybodysServerIsPublic(String address) {
    assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(Reach.PUBLIC);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.0",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.0",
        "127.0.0.1",
        "127.0.0.53",
        "127.1.2.3",
        "127.255.255.255",
        "172.16.0.0",
        "172.17.0.1",
        "172.31.255.255",
        "192.168.0.0",
        "192.168.1.1",
        "192.168.255.255",
        "::1",
        "fc00::",
        "fc00::1",
        "fd12:3456:789a::1",
        "fdff:ffff::1",
        "fec0::1",
        "feff::1",
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "::ffff:7f00:1",
        "::ffff:c0a8:101",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::c0a8:1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "2002:c0a8:101::1",
        "2002:6440:1::1"
      })
  void ofOurOwnNetworkIsPrivate(String address) {
    assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(Reach.PRIVATE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.0.0.1",
        "0.255.255.255",
        "100.100.100.200",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.170.2",
        "169.254.255.255",
        "192.0.0.0",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.0.255",
        "192.0.2.0",
        "192.0.2.255",
        "192.88.99.0",
        "192.88.99.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.0",
        "198.51.100.255",
        "203.0.113.0",
        "203.0.113.255",
        "224.0.0.0",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.254",
        "255.255.255.255",
        "::",
        "::2",
        "::7f00:1",
        "::8.8.8.8",
        "::ffff:0:1",
        "::ffff:0:808:808",
        "64:ff9b::169.254.169.254",
        "64:ff9b::0.0.0.0",
        "64:ff9b:1::1",
        "64:ff9b:1:ffff::808:808",
        "100::1",
        "100:0:0:1::1",
        "1fff::1",
        "2001::1",
        "2001:0:53aa:64c::1",
        "2001:1::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff::1",
        "2001:db8::",
        "2001:db8:ffff::1",
        "2002::1",
        "2002:a9fe:a9fe::1",
        "2002:e000:1::1",
        "2002:cb00:7101::1",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "8000::1",
        "fbff::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "fe00::1",
        "fe80::1",
        "fe80::a9fe:a9fe",
        "febf::1",
        "ff00::1",
        "ff02::1",
        "ff0e::1",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::ffff:169.254.169.254",
        "::ffff:0.0.0.0"
      })
  void thatNoServerHasOrThatHandsOutCredentialsIsNeverReached(String address) {
    assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(Reach.NEVER);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "00000000000000000000ffff7f000001, PRIVATE",
    "00000000000000000000ffff0a000001, PRIVATE",
    "00000000000000000000ffffa9fea9fe, NEVER",
    "00000000000000000000ffff08080808, PUBLIC",
  })
  void mappedIntoIpv6CountsAsWhatItWraps(String hex, Reach reach) throws UnknownHostException {
    InetAddress mapped = Inet6Address.getByAddress(null, HexFormat.of().parseHex(hex), -1);

    assertThat(mapped).isInstanceOf(Inet6Address.class);
    assertThat(Reach.of(mapped)).isEqualTo(reach);
  }
}
