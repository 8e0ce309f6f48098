#include "server/http/deployment.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

namespace {

std::string address_behind(std::vector<std::string> proxies, std::string peer, std::vector<Header> headers) {
    HttpRequest request = make_request("GET", "/", std::move(headers));
    request.peer_address = std::move(peer);
    return client_address(make_deployment("", std::move(proxies)).value(), request);
}

} // namespace

TEST_CASE("a base address gives origin and sub-path", "[http][proxy]") {
    auto const deployment = make_deployment("https://Schulkit.Example:443/it/schulkit/").value();
    CHECK(deployment.origin == "https://schulkit.example");
    CHECK(deployment.base_path == "/it/schulkit");
    CHECK(deployment.is_https());
    CHECK(deployment.path("/g/BEA0204") == "/it/schulkit/g/BEA0204");

    CHECK(make_deployment("").value().origin.empty());
    CHECK(make_deployment("").value().path("/") == "/");
    CHECK(make_deployment("http://host:8080").value().origin == "http://host:8080");
    CHECK(make_deployment("http://host:80/").value().origin == "http://host");
    CHECK(!make_deployment("http://host:8080").value().is_https());
    CHECK(make_deployment("https://[::1]:8443/x").value().origin == "https://[::1]:8443");

    for (char const* bad :
         {"schulkit.example", "ftp://host", "https://", "https:///x", "https://ho st/", "https://h/a b",
          "https://user@host/", "https://h/a?b", "https://h/a\"b", "https://h/a//b"}) {
        INFO(bad);
        CHECK(!make_deployment(bad));
    }
    CHECK(make_deployment("", {"proxy.example"}).error().code == "bad_address");
}

TEST_CASE("the sub-path is taken off once, and only where it is one", "[http][proxy]") {
    auto const deployment = make_deployment("https://h/schulkit").value();
    CHECK(inner_path(deployment, "/schulkit/api/assets") == "/api/assets");
    CHECK(inner_path(deployment, "/schulkit/") == "/");
    CHECK(inner_path(deployment, "/api/assets") == "/api/assets"); // the proxy has taken it off
    CHECK(inner_path(deployment, "/schulkit2/api") == "/schulkit2/api");
    CHECK(inner_path(Deployment{}, "/schulkit/api") == "/schulkit/api");
}

TEST_CASE("X-Forwarded-For counts only when a trusted proxy sends it", "[http][proxy]") {
    using Headers = std::vector<Header>;
    Headers const one = {{"X-Forwarded-For", "203.0.113.9"}};
    CHECK(address_behind({}, "10.0.0.2", one) == "10.0.0.2");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.2", one) == "10.0.0.2");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", one) == "203.0.113.9");
    CHECK(address_behind({"10.0.0.1"}, "::ffff:10.0.0.1", one) == "203.0.113.9");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", {}) == "10.0.0.1");
    CHECK(address_behind({"::1"}, "::1", {{"X-Forwarded-For", "2001:DB8::1"}}) == "2001:db8::1");
}

TEST_CASE("what a caller writes into X-Forwarded-For itself is not believed", "[http][proxy]") {
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", {{"X-Forwarded-For", "1.2.3.4, 203.0.113.9"}}) ==
          "203.0.113.9");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1",
                         {{"X-Forwarded-For", "1.2.3.4"}, {"X-Forwarded-For", "203.0.113.9"}}) ==
          "203.0.113.9");
    CHECK(address_behind({"10.0.0.1", "10.0.0.5"}, "10.0.0.1",
                         {{"X-Forwarded-For", "1.2.3.4, 203.0.113.9, 10.0.0.5"}}) == "203.0.113.9");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", {{"X-Forwarded-For", "1.2.3.4, nonsense"}}) == "10.0.0.1");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", {{"X-Forwarded-For", ""}}) == "10.0.0.1");
}

TEST_CASE("a port that a proxy adds to an address is dropped", "[http][proxy]") {
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", {{"X-Forwarded-For", "203.0.113.9:4711"}}) ==
          "203.0.113.9");
    CHECK(address_behind({"10.0.0.1"}, "10.0.0.1", {{"X-Forwarded-For", "[2001:db8::1]:4711"}}) ==
          "2001:db8::1");
}
