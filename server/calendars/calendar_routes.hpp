#pragma once

namespace schulkit {

class Router;

/// The calls, and the feeds themselves at /kalender.ics: their key stands in the query, which no log writes down.
void mount_calendars(Router& router);

} // namespace schulkit
