#include "client/ui/scroll.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit::ui;
using Kind = TouchCommand::Kind;

TEST_CASE("a short touch is a tap: press and release where the finger came down", "[ui][touch]") {
    TouchScroll touch;
    REQUIRE(touch.down(100, 200, 0).empty());
    REQUIRE(touch.is_moving());
    REQUIRE(touch.move(104, 203, 30).empty()); // a shaky finger
    auto const commands = touch.up(105, 204, 80);
    REQUIRE(commands.size() == 4);
    REQUIRE(commands[1] == TouchCommand{.kind = Kind::press, .x = 100, .y = 200});
    REQUIRE(commands[2] == TouchCommand{.kind = Kind::release, .x = 100, .y = 200});
    REQUIRE(commands[3].kind == Kind::leave); // nothing stays highlighted
    REQUIRE_FALSE(touch.is_moving());
}

TEST_CASE("a finger that moves scrolls and never presses", "[ui][touch]") {
    TouchScroll touch;
    touch.down(100, 200, 0);
    auto commands = touch.move(100, 180, 16);
    REQUIRE(commands.size() == 1);
    REQUIRE(commands[0] == TouchCommand{.kind = Kind::scroll, .x = 100, .y = 200, .dx = 0, .dy = -20});
    commands = touch.move(100, 170, 32);
    REQUIRE(commands[0].dy == -10);
    REQUIRE(touch.up(100, 170, 400).empty()); // rested before it was lifted
    REQUIRE_FALSE(touch.is_moving());
    REQUIRE(touch.tick(416).empty());
}

TEST_CASE("a finger that rests presses, and releases where it is lifted", "[ui][touch]") {
    TouchScroll touch;
    touch.down(100, 200, 0);
    REQUIRE(touch.tick(100).empty());
    auto commands = touch.tick(150);
    REQUIRE(commands.size() == 2);
    REQUIRE(commands[1].kind == Kind::press);
    REQUIRE_FALSE(touch.is_moving());
    REQUIRE(touch.move(100, 260, 200)[0].kind == Kind::hover);
    commands = touch.up(100, 260, 300);
    REQUIRE(commands[0] == TouchCommand{.kind = Kind::release, .x = 100, .y = 260});
}

TEST_CASE("a flung list goes on, ever slower, and comes to rest", "[ui][touch]") {
    TouchScroll touch;
    touch.down(100, 500, 0);
    for (int i = 1; i <= 5; ++i) touch.move(100, 500 - 20.0F * static_cast<float>(i), i * 16);
    REQUIRE(touch.up(100, 400, 85).empty());
    REQUIRE(touch.is_moving());
    float before = 1000;
    float way = 0;
    std::int64_t now = 85;
    while (touch.is_moving()) {
        now += 16;
        REQUIRE(now < 5000);
        for (TouchCommand const& command : touch.tick(now)) {
            REQUIRE(command.kind == Kind::scroll);
            REQUIRE(command.dy < 0);
            REQUIRE(-command.dy <= before);
            before = -command.dy;
            way += -command.dy;
        }
    }
    REQUIRE(way > 100);
    REQUIRE(touch.tick(now + 16).empty());
}

TEST_CASE("a finger that stops a flung list presses nothing", "[ui][touch]") {
    TouchScroll touch;
    touch.down(100, 500, 0);
    for (int i = 1; i <= 5; ++i) touch.move(100, 500 - 20.0F * static_cast<float>(i), i * 16);
    touch.up(100, 400, 85);
    touch.tick(101);
    touch.down(100, 300, 110);
    REQUIRE(touch.tick(400).empty());
    REQUIRE(touch.up(100, 300, 420).empty());
    REQUIRE_FALSE(touch.is_moving());
}

TEST_CASE("without inertia a list stops with the finger", "[ui][touch]") {
    TouchScroll touch;
    touch.set_inertia(false);
    touch.down(100, 500, 0);
    touch.move(100, 400, 16);
    touch.up(100, 400, 20);
    REQUIRE_FALSE(touch.is_moving());
}

TEST_CASE("a touch that the browser takes away clicks nothing", "[ui][touch]") {
    TouchScroll touch;
    touch.down(100, 200, 0);
    REQUIRE(touch.cancel().empty());
    touch.down(100, 200, 1000);
    touch.tick(1200);
    auto const commands = touch.cancel();
    REQUIRE(commands.size() == 3);
    REQUIRE(commands[0].kind == Kind::leave); // away from the button first
    REQUIRE(commands[1].kind == Kind::release);
    REQUIRE_FALSE(touch.is_moving());
}
