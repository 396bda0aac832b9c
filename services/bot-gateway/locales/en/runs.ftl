## Rescore: long runs over stored calls.
button-runs = Rescore
runs-title = <b>Rescores and backtests</b>
runs-none-open = Nothing is running.
runs-over = The last that are over are among the buttons below.
run-kind-rescore = Rescore
run-kind-backtest = Backtest
run-state-running = running
run-state-paused = paused
run-state-done = done
run-state-failed = stopped by a failure
run-state-cancelled = stopped
run-title = <b>{ $kind } No. { $id }</b> · { $state }
run-button = { $kind } No. { $id } · { $state }
# since, until "none": no bound.
run-period =
    { $since ->
        [none] { run-period-until }
       *[other] calls since { $since }{ run-period-tail }
    }
run-period-until =
    { $until ->
        [none] all calls
       *[other] calls before { $until }
    }
run-period-tail =
    { $until ->
        [none] {""}
       *[other] {" "}before { $until }
    }
# left "none": not known yet, or paused.
run-progress =
    { $left ->
        [none] { $percent }% · { NUMBER($done, useGrouping: "always") } of { NUMBER($total, useGrouping: "always") }
       *[other] { $percent }% · { NUMBER($done, useGrouping: "always") } of { NUMBER($total, useGrouping: "always") } · about { $left } left
    }
run-done = Calls passed: { NUMBER($done, useGrouping: "always") } of { NUMBER($total, useGrouping: "always") }
run-failed-calls = ⚠️ Calls that the engine could not score: { $count }. Their ids are in the log of lm-scoring.
run-finished-at = Finished { $at }
run-means =
    { $state ->
        [paused] Paused: its place is kept, it can go on at any time.
        [failed] A step failed after every attempt. Why is told by the parked messages on the queue board; then start it anew.
        [cancelled] Stopped: what it has stored stays.
        [done] { run-means-done }
       *[running] In the background: new calls are scored before it.
    }
run-means-done =
    { $kind ->
        [backtest] The report is ready. No score has changed.
       *[rescore] The scores are stored. The ones before are kept under their versions.
    }
run-which-version =
    { $kind ->
        [backtest] <b>Backtest:</b> which version is to be compared with what is shown now?
       *[rescore] <b>Rescore:</b> under which version? The active one changes what people see, one in shadow does not.
    }
run-no-version =
    { $kind ->
        [backtest] Nothing to compare: there is only the active version. Publish another: <code>npm run lm -- versions shadow DIR</code>.
       *[rescore] There are no versions yet: the start of the scoring stores the first.
    }
run-which-calls = <b>{ $kind }</b> under { $tag }: which calls?
button-run-days =
    { $days ->
        [0] All calls
       *[other] { $days } days
    }
run-question = <b>{ $kind } under { $tag }?</b>
run-calls =
    { $days ->
        [0] All calls: about { NUMBER($calls, useGrouping: "always") }
       *[other] Calls of { $days } days: about { NUMBER($calls, useGrouping: "always") }
    }
run-will =
    { $what ->
        [backtest] Compares this version with the scores that are shown. Changes nothing.
        [current] Its scores will be the ones that are shown: lists, cards and dashboards of these days change. The scores before are kept. New calls do not wait.
       *[beside] Stores scores beside the ones that are shown: people notice nothing. New calls do not wait.
    }
run-cancel-question = <b>Stop for good?</b> It cannot go on from here afterwards.
button-run-new =
    { $kind ->
        [backtest] 🧪 Backtest
       *[rescore] 🔁 Rescore
    }
button-run-pause = ⏸ Pause
button-run-resume = ▶️ Go on
button-run-cancel = 🗑 Stop for good
button-run-report = 📊 Report

done-lm-run-start = ✅ Started.
done-lm-run-pause = ✅ Paused: the step under way is finished, the next one does not come.
done-lm-run-resume = ✅ Goes on from the same place.
done-lm-run-cancel = ✅ Stopped.
news-lm-run =
    { $state ->
        [failed] ❗️ <b>Stopped by a failure</b>
       *[done] { news-lm-run-done }
    }
news-lm-run-done =
    { $kind ->
        [backtest] ✅ <b>The backtest is ready</b>
       *[rescore] ✅ <b>The rescore is finished</b>
    }

## The report of a backtest.
metric-valid-dialogue = A dialogue
metric-is-target = A target call
choice-outcome = Outcome of the call
choice-churn-risk-level = Risk of leaving
choice-followup-reason = Why to call back
choice-loss-reason = Why it was lost
report-decimal = { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }
report-percent = { NUMBER($percent, maximumFractionDigits: 1) }%
report-calls = Calls compared: { NUMBER($calls, useGrouping: "always") }, scored otherwise: { NUMBER($changed, useGrouping: "always") }
report-against = Scores that are shown: { $tags }
report-flag = <b>{ $metric }</b>: { $before } → { $after } (+{ $gained } −{ $lost })
report-agreement = agreement { $observed }, κ { $kappa }, AC1 { $ac1 }, calls { $calls }
report-accuracy = precision { $precisionBefore } → { $precisionAfter }, recall { $recallBefore } → { $recallAfter } (true cases { $known })
report-number = <b>{ $metric }</b>: mean { $meanBefore } → { $meanAfter }, p90 { $p90Before } → { $p90After }
report-number-red = <b>{ $metric }</b>: mean { $meanBefore } → { $meanAfter }, p90 { $p90Before } → { $p90After }, red { $redBefore } → { $redAfter }
report-choice = <b>{ $name }</b>: the same in { $same } of { $calls }
report-transition = • { $from } → { $to }: { $calls }
report-unchanged = Unchanged: { $names }
report-part-button =
    { $part ->
        [flags] 🚩 Flags
        [numbers] 📈 Numbers
       *[choices] 🔀 Outcomes and reasons
    }
report-examples-button =
    { $side ->
        [gained] { $metric }: +{ $count }
       *[lost] { $metric }: −{ $count }
    }
report-examples-title =
    { $side ->
        [gained] <b>{ $metric }: gained</b>, { $shown } of { $count } shown
       *[lost] <b>{ $metric }: lost</b>, { $shown } of { $count } shown
    }
# rule "none": no words, from duration or outcome.
report-example =
    { $rule ->
        [none] <b>#{ $id }</b> · { $at } · { $before } → { $after }
       *[other] <b>#{ $id }</b> · { $at } · { $before } → { $after } · <code>{ $rule }</code>
    }
report-no-words = no words
report-set-aside = now set aside: { $why }
report-table-head = | Call | When | Points | Words | Rule |
report-file-title = Backtest No. { $id }
button-report-file = 📄 File

## The log and refusals.
action-lm-run-start = Start a rescore or a backtest
action-lm-run-pause = Pause a rescore
action-lm-run-resume = Let a rescore go on
action-lm-run-cancel = Cancel a rescore
refusal-run-version-retired = this version is retired: put it into shadow or activate it
refusal-run-already-running = such a run is on its way: wait for it or cancel it
refusal-run-empty-period = there are no calls in this period
refusal-run-not-found = there is no such run
refusal-run-not-running = the run is not running now
refusal-run-not-paused = the run is not paused
refusal-run-not-open = the run is over
