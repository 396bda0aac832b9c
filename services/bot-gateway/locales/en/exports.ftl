# “📤 Export”.
menu-way-export = 📤 Export

## What is exported.
export-content-complaint = 🔴 Complaint risks
export-content-followup = 📞 To call back
export-content-lost = 💸 Lost revenue
export-content-calls = ☎️ All calls
export-content-compensation = 💰 Compensations
export-content-day = By day
export-content-source = By source
export-content-metric = By metric
export-columns-main = main columns
export-columns-all = every metric
export-columns-ids = call IDs only
export-columns-button-main = Main
export-columns-button-all = Every metric
export-columns-button-ids = Call IDs only
export-format-xlsx = Excel
export-format-csv = CSV
export-state-queued = waiting
export-state-running = under way
export-state-done = ready
export-state-failed = failed
export-state-cancelled = cancelled
export-state-expired = file deleted

## A new export.
export-new-title = 📤 <b>Export</b>
export-days = { $days } days, { $from }–{ $to }
export-rows =
    { $rows ->
        [one] { NUMBER($rows, useGrouping: "always") } row
       *[other] { NUMBER($rows, useGrouping: "always") } rows
    }
export-nothing = There are no such calls in these days: nothing to export.
export-about-masked = 🔒 Only the last digits of phones; names and numbers in the words are hidden. The export goes into the log.
export-about-open = 🔓 Clients’ words as they were said, names included. Only the last digits of phones. The export goes into the log.
export-about-ids = 🔒 Only the numbers of calls: no words, no phones. The export goes into the log.
export-about-compensation = 🔒 What was approved or paid in these days: no words, names or phones of clients. The export goes into the log.
export-about-sums = 🟢 Sums only: no calls, no operators, no clients. Where there are fewer than 30 calls, it says “too few”.
export-choice =
    { $on ->
        [true] ☑️ { $label }
       *[false] { $label }
    }
export-for-marketing = For marketing (no personal data)
export-back-to-calls = ☎️ Calls and lists
button-export = ✅ Export
button-my-exports = 🗂 My exports

## “🗂 My exports”.
exports-title = 🗂 <b>My exports</b>
exports-none = You have not exported anything yet.
exports-wait = The file will come here as a new message.
exports-below = A file is kept for a day: open the export to get it once more.
export-title = <b>{ $content }</b> · export no. { $id }
export-asked-at = Asked for { $at }
export-progress = { $percent }% · { NUMBER($done, useGrouping: "always") } of { NUMBER($total, useGrouping: "always") }
# until “none”: no time is set.
export-ready =
    { $until ->
        [none] ✅ { export-rows } · { NUMBER($kilobytes, useGrouping: "always") } KB
       *[other] ✅ { export-rows } · { NUMBER($kilobytes, useGrouping: "always") } KB · kept until { $until }
    }
export-failed =
    { $failure ->
        [too_big] ❌ The file is over 50 MB, more than Telegram takes. Choose fewer days, fewer columns, or Excel: it is compressed.
       *[gave_up] ❌ It did not work after several attempts. Ask again; if that fails too, report a problem.
    }
export-over =
    { $state ->
        [expired] 🗑 A day has passed, the file is deleted. Export again if you need it.
       *[cancelled] ✖️ Cancelled.
    }
export-button =
    { $state ->
        [done] ✅ { $content } · { $at }
        [failed] ❌ { $content } · { $at }
        [expired] 🗑 { $content } · { $at }
       *[cancelled] ✖️ { $content } · { $at }
    }
export-not-for-role = ⛔️ Your present role may not get this file.
button-export-new = 📤 New export
button-export-cancel = ✖️ Cancel
button-export-file = 📎 Get the file

## The file, and news.
export-file-ready = 📎 <b>The export is ready</b>
export-copy-stays = The copy in this chat does not vanish by itself: delete it when you are done.
done-export-create = ✅ Accepted, the file is being made.
done-export-cancel = ✅ Cancelled.
news-export-failed = ❌ <b>The export failed</b>

## The log, and refusals.
action-export-create = Ask for an export
action-export-cancel = Cancel an export
action-export-hand-out = Hand out an export’s file
refusal-export-not-permitted = your role may not export this
refusal-export-already-open = your previous export is still under way: wait for it or cancel it
refusal-export-empty = there is nothing to export in these days
refusal-export-too-big = the file would be over 50 MB, more than Telegram takes: choose fewer days or columns
refusal-export-not-found = there is no such export
refusal-export-not-open = it is over already
refusal-export-not-ready = the file is not ready yet
refusal-export-expired = a day has passed and the file is deleted: export again

## Chapter of the guide.
help-button-exports = 📤 Export
help-chapter-exports =
    <b>📤 Export</b>

    Choose what to export, for which days, which columns and which file: Excel or CSV. Below the choice you see how many rows it will have, as many as the list has.

    “Export”: the bot shows how much is done and sends the file as a new message. It makes no more than one file at a time.

    “Call IDs only”: the numbers, without words and phones.

    “For marketing”: sums by day, source and metric. Where there are fewer than 30 calls, it says “too few”.

    A file is kept for a day: “My exports” gives it once more. Delete the copy in the chat yourself. Who exported what stands in the log.
