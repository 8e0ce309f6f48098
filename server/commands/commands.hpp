#pragma once
// What `schulkit` does besides answering: each command as a function. Returns the process's exit code;
// results go to standard output, complaints to standard error.

#include "embedded/web_files.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace schulkit {

struct ServeOptions {
    std::string data = "data";
    std::string host = "127.0.0.1";
    int port = 8080; ///< 0: a free one
    std::string base_url = {};
    std::vector<std::string> trusted_proxies = {};
    bool demo_public = false; ///< serve the demo accounts to other machines all the same
    bool verbose = false;
};
int serve(ServeOptions const& options, std::span<embedded::WebFile const> files);

struct SeedOptions {
    std::string data = "data";
    std::string world = "demo";
    std::int64_t assets = 50'000; ///< of the large world
};
int seed(SeedOptions const& options);

struct UserOptions {
    std::string data = "data";
    std::string name = {};
    std::string role = {};
    bool is_contact = false;
    std::vector<std::string> schools = {};
};
/// The password is the first line of standard input.
int add_user(UserOptions const& options);
/// Likewise; ends that person's sessions.
int change_password(std::string const& data, std::string const& name);
int add_token(std::string const& data, std::string const& user);

struct ImportOptions {
    std::string data = "data";
    std::string file = {};
    bool dry_run = false;
    bool partial = false;
};
int import_list(ImportOptions const& options);

int backup(std::string const& data, std::string const& file);
/// Only into a folder without data.
int restore(std::string const& data, std::string const& file);
/// SQLite's own checks and the rules that must hold; 0 if sound.
int check(std::string const& data);

} // namespace schulkit
