// schulkit: the server and the administrator's tool.

#include "server/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <sys/stat.h>

using namespace schulkit;

namespace {

int run(int argc, char** argv) {
    umask(077); // the data and its backups are the account's own
    CLI::App cli{"Schulkit keeps a county's school hardware in order."};
    cli.set_version_flag("--version", SCHULKIT_VERSION);
    cli.require_subcommand(1);
    int exit_code = 0;

    std::string data = "data";
    auto const with_data = [&](CLI::App* command) {
        command->add_option("--data", data, "Folder with all data")->capture_default_str();
        return command;
    };

    ServeOptions serving;
    CLI::App* const serve_command = with_data(cli.add_subcommand("serve", "Answer browsers and scripts"));
    serve_command->add_option("--port", serving.port, "0: a free one")->check(CLI::Range(0, 65535))->capture_default_str();
    serve_command->add_option("--host", serving.host, "Address to listen on")->capture_default_str();
    serve_command->add_option("--base-url", serving.base_url, "How browsers reach it, behind a reverse proxy");
    serve_command->add_option("--trusted-proxy", serving.trusted_proxies, "Its X-Forwarded-For is believed");
    serve_command->add_flag("--demo-public", serving.demo_public, "Serve the demo accounts to other machines too");
    serve_command->add_flag("--verbose", serving.verbose, "A line for each answer on standard error");
    serve_command->callback([&] {
        serving.data = data;
        exit_code = serve(serving, embedded::web_files());
    });

    SeedOptions seeding;
    CLI::App* const seed_command = with_data(cli.add_subcommand("seed", "Fill an empty folder with test data"));
    seed_command->add_option("--world", seeding.world)->check(CLI::IsMember({"demo", "large"}))->capture_default_str();
    seed_command->add_option("--assets", seeding.assets, "Of the large world")->check(CLI::Range(1, 10'000'000));
    seed_command->callback([&] {
        seeding.data = data;
        exit_code = seed(seeding);
    });

    UserOptions user;
    CLI::App* const user_command = cli.add_subcommand("user", "Accounts")->require_subcommand(1);
    CLI::App* const user_add = with_data(user_command->add_subcommand("add", "The password is read from standard input"));
    user_add->add_option("--name", user.name, "To sign in with")->required();
    user_add->add_option("--role", user.role)
        ->required()
        ->check(CLI::IsMember({"admin", "coordinator", "technician", "school_staff", "auditor"}));
    user_add->add_option("--school", user.schools, "Code; may be given more than once");
    user_add->add_flag("--contact", user.is_contact, "School staff who ask for kits, show evidence and sign");
    user_add->callback([&] {
        user.data = data;
        exit_code = add_user(user);
    });

    CLI::App* const user_password =
        with_data(user_command->add_subcommand("password", "A new password, read from standard input"));
    user_password->add_option("--name", user.name, "Whose")->required();
    user_password->callback([&] { exit_code = change_password(data, user.name); });

    std::string token_user;
    CLI::App* const token_command = cli.add_subcommand("token", "API tokens")->require_subcommand(1);
    CLI::App* const token_add = with_data(token_command->add_subcommand("add", "Prints a new token"));
    token_add->add_option("--user", token_user)->required();
    token_add->callback([&] { exit_code = add_token(data, token_user); });

    ImportOptions importing;
    CLI::App* const import_command = with_data(cli.add_subcommand("import", "Take over a device list"));
    import_command->add_option("file", importing.file)->required();
    import_command->add_flag("--dry-run", importing.dry_run, "Only report");
    import_command->add_flag("--partial", importing.partial, "Leave rejected rows out");
    import_command->callback([&] {
        importing.data = data;
        exit_code = import_list(importing);
    });

    std::string file;
    CLI::App* const backup_command = with_data(cli.add_subcommand("backup", "Copy all data while it is in use"));
    backup_command->add_option("file", file)->required();
    backup_command->callback([&] { exit_code = backup(data, file); });
    CLI::App* const restore_command = with_data(cli.add_subcommand("restore", "Lay a backup into an empty folder"));
    restore_command->add_option("file", file)->required();
    restore_command->callback([&] { exit_code = restore(data, file); });
    CLI::App* const check_command = with_data(cli.add_subcommand("check", "Whether all data is sound"));
    check_command->callback([&] { exit_code = check(data); });

    CLI11_PARSE(cli, argc, argv);
    return exit_code;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (std::exception const& failure) {
        std::cerr << "schulkit: " << failure.what() << '\n';
        return 1;
    }
}
