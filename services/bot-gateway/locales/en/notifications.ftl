# “🔔 Notifications”, messages about red calls, the morning digest and the weekly summary.
button-notifications = 🔔 Notifications
notify-title = <b>🔔 Notifications</b>
notify-note = <i>What you are given or answered is always told; without a sound in your quiet hours. Deadlines: when they are over.</i>

# which “none”: not at all, “all”: every one.
notify-alerts =
    { $which ->
        [none] 🔴 Red calls: not sent
        [all] 🔴 Red calls: at once, all from { $from } points
       *[some] 🔴 Red calls: at once, from { $from } points
    }
notify-budget =
    { $count ->
        [one] 📨 No more than { $count } message about them a day
       *[other] 📨 No more than { $count } messages about them a day
    }
notify-budget-none = 📨 Messages about them a day: as many as come
notify-quiet = 🌙 Quiet hours: { $from }–{ $to }
notify-quiet-none = 🌙 No quiet hours
notify-digest = ☀️ Morning digest: { $at }
notify-digest-none = ☀️ Morning digest: not sent
notify-weekly = 🗓 Weekly summary: on Mondays at { $at }
notify-weekly-none = 🗓 Weekly summary: not sent

notify-worth =
    { $told ->
        [one] In 30 days { $told } call in messages, “not important”: { $count } ({ $percent }%).
       *[other] In 30 days { $told } calls in messages, “not important”: { $count } ({ $percent }%).
    }
notify-offer = That is many. Only calls from { $from } points could be sent at once; the others stay in the digest and the lists.

notify-button-alerts =
    { $on ->
        [true] 🔴 Send red calls
       *[false] 🔕 Do not send red calls
    }
notify-button-threshold = 🎚 From how many points
notify-button-offer = ⬆️ Only from { $from } points
notify-button-budget = 📨 How many a day
notify-button-quiet = 🌙 Quiet hours
notify-button-digest = ☀️ Morning digest
notify-button-weekly =
    { $on ->
        [true] 🗓 Send the weekly summary
       *[false] 🗓 Do not send the weekly summary
    }
notify-button-from =
    { $which ->
        [all] All red ones, from { $from }
       *[some] From { $from }
    }
notify-button-count = { $count }
notify-button-unlimited = As many as come
notify-button-no-quiet = No quiet hours
notify-button-no-digest = Do not send

notify-threshold-question = From how many points of danger is a call sent at once?
notify-budget-question = How many messages about red calls a day? What is over comes with the morning digest.
notify-quiet-question =
    When should nothing ring? Red calls are told when the quiet hours are over.

    You may write your own: “22–7”, “21:30–8:30”.
notify-quiet-not-understood = I did not understand. Write two times, such as “22–7” or “21:30–8:30”.
notify-digest-question =
    When should the morning digest come?

    You may write your own time: “8:30”.
notify-time-not-understood = I did not understand. Write a time, such as “8:30”.
notify-confirm = Is that right?

done-notifications-configured = ✅ Saved.
done-notification-dismissed = 🙈 Noted: the bot will not write about this call again.

## Red calls.
alert-title =
    { $count ->
        [one] 🔴 <b>{ $count } new red call</b>
       *[other] 🔴 <b>{ $count } new red calls</b>
    }
alert-more =
    { $count ->
        [one] … and { $count } more call
       *[other] … and { $count } more calls
    }
alert-not-important = 🙈 You marked it: not important
button-not-important = 🙈 { $place }. Not important
button-all-unowned = 🔴 All complaints without an owner

## Summaries.
digest-title = ☀️ <b>Digest of { $day }</b>
digest-yesterday = <b>Yesterday, { $day }</b> (in brackets: against the week before it)
weekly-title = 🗓 <b>Last week</b> · { $from }–{ $to }
weekly-how = <b>How it went</b> (in brackets: against the week before it)
weekly-open = <b>What is left</b>
summary-unowned =
    { $count ->
        [0] 🟢 0 complaints without an owner in 7 days
        [one] 🔴 { $count } complaint without an owner in 7 days
       *[other] 🔴 { $count } complaints without an owner in 7 days
    }
summary-gathered =
    { $count ->
        [one] 🌙 { $count } new red call while it was quiet
       *[other] 🌙 { $count } new red calls while it was quiet
    }
summary-no-calls = There were no calls.
summary-few-calls = Fewer than { $min } conversations or target calls: too little data.
summary-not-compared = <i>With fewer than { $min } calls nothing is compared.</i>
summary-first = 🎯 <b>To hear first</b>
button-gathered = 🌙 Red calls ({ $count })
button-my-work = 📋 Mine for today ({ $count })
