#include "server/plain/html.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit::plain;

TEST_CASE("text is escaped wherever it is put in", "[plain]") {
    std::string const nasty = "</p><script>alert('x')</script> & \"Ü\"";
    std::string const escaped = "&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Ü&quot;";
    CHECK(el("p", {}, nasty).markup() == "<p>" + escaped + "</p>");
    CHECK(el("a", {{"title", nasty}}, "x").markup() == "<a title=\"" + escaped + "\">x</a>");
    CHECK(el("textarea", {}, nasty).markup() == "<textarea>\n" + escaped + "</textarea>");
    CHECK(el("option", {{"value", nasty}}, nasty).markup() ==
          "<option value=\"" + escaped + "\">" + escaped + "</option>");
}

TEST_CASE("what is an element already is not escaped again", "[plain]") {
    Html const inner = el("b", {}, "a & b");
    CHECK(el("p", {}, "1 < 2 ", inner, std::string{"&"}).markup() == "<p>1 &lt; 2 <b>a &amp; b</b>&amp;</p>");
    Html together = inner;
    together += Html{"<"};
    CHECK(together.markup() == "<b>a &amp; b</b>&lt;");
    CHECK(Html{}.empty());
    CHECK(document(el("html", {}, "x")) == "<!doctype html>\n<html>x</html>\n");
}

TEST_CASE("attributes without a value, and absent ones", "[plain]") {
    CHECK(el("input", {{"name", "a"}, flag("checked"), flag("disabled", false), {"id", std::nullopt}}).markup() ==
          "<input name=\"a\" checked>");
    CHECK(el("input", {{"value", ""}}).markup() == "<input value=\"\">");
    CHECK(el("img", {{"src", "a"}, {"alt", ""}}).markup() == "<img src=\"a\" alt=\"\">");
}
