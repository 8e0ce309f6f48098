#pragma once
// What changes of a kit while a school has it. Each change is a numbered supplement to the loan's agreement.

#include "server/loans/loan_store.hpp"
#include "server/supplements/supplement_store.hpp"

namespace schulkit {

/// Errors: as SwapLentDevice has them.
Result<Loan> swap_lent_device(WriteTx& tx, Access const& access, Id<Loan> id, DeviceSwap const& swap);
/// Errors: as DeliverLater has them.
Result<Loan> deliver_later(WriteTx& tx, Access const& access, Id<Loan> id, Delivery const& delivery);
/// `before` is handed over. Errors: as ExchangeKit has them.
Result<Loan> exchange_lent_kit(WriteTx& tx, Access const& access, Loan const& before, KitExchange const& exchange);
/// A slot of a kit that a school has: with a spare the device is swapped, or what was missing is delivered. Error: 409
/// "device_is_lent" where it should only be taken out.
Result<Loan> change_lent_slot(WriteTx& tx, Access const& access, Id<Loan> id, std::int64_t slot, SlotChange const& change);

} // namespace schulkit
