#include "server/imports/import_routes.hpp"

#include "server/http/router.hpp"
#include "server/imports/import_run.hpp"

namespace schulkit {
namespace {

struct ReadList {
    DeviceList list;
    RejectedRows rejected = RejectedRows::stop;
};

Result<Prepared<ReadList>> prepare(Access const&, Request<ImportAssets>&& request) {
    TRY_ASSIGN(DeviceList list, read_device_list(request.body.bytes));
    return Prepared<ReadList>{
        .plan = {.list = std::move(list),
                 .rejected = request.query.partial ? RejectedRows::leave_out : RejectedRows::stop},
        .effect = request.query.dry_run ? Effect::look : Effect::change};
}

Result<ImportReport> preview(Tx& tx, Access const&, ReadList const& read) {
    return preview_import(tx, read.list);
}

Result<ImportReport> apply(WriteTx& tx, Access const& access, ReadList const& read, ImportProgressBoard& board) {
    struct Entry { // gone however the import ends
        ImportProgressBoard& board;
        Id<Person> person;
        ~Entry() { board.clear(person); }
    } const entry{board, access.person};
    auto const total = static_cast<std::int64_t>(read.list.rows.size());
    board.set(access.person, {.rows_done = 0, .rows_total = total});
    return run_import(tx, read.list, read.rejected, [&](std::int64_t done) {
        board.set(access.person, {.rows_done = done, .rows_total = total});
    });
}

} // namespace

void mount_imports(Router& router, ImportProgressBoard& board) {
    router.write_prepared<ImportAssets>(
        Action::import_assets, prepare, preview,
        [&board](WriteTx& tx, Access const& access, ReadList const& read) { return apply(tx, access, read, board); });
    router.read<GetImportProgress>(Action::import_assets, [&board](Tx&, Access const& access, auto const&) {
        return Result<ImportProgress>{board.get(access.person)};
    });
}

} // namespace schulkit
