# Compensations: money for the client of a call; one person proposes, another decides.
action-compensation-propose = Propose a compensation
action-compensation-approve = Approve a compensation
action-compensation-refuse = Refuse a compensation
action-compensation-withdraw = Withdraw a compensation
action-compensation-set-limit = Change a limit of compensations

refusal-compensation-not-found = there is no such compensation
refusal-compensation-not-waiting = this compensation has been decided
refusal-compensation-own = nobody approves or refuses his own: somebody else decides, you may withdraw it
refusal-compensation-not-yours = only the one who proposed it may withdraw it
refusal-compensation-over-approve-limit = the sum is over your limit: refuse it, ask for less, or ask a developer to raise the limit
refusal-compensation-over-propose-limit = the sum is over your limit for one call: ask somebody with a higher one to propose it
refusal-compensation-proposer-gone = the one who proposed it holds no assignments any more: refuse it, and let somebody else propose it
refusal-compensation-not-paid-yet = the last compensation of this call has not been paid yet
refusal-compensation-already-proposed = one compensation of this call waits for a decision already
refusal-compensation-reason-missing = for “Something else” write what for
refusal-compensation-words-gone = these words are gone, write them once more
refusal-compensation-limit-not-below = nobody sets the limit of his own role or of one above it: a developer changes those of superadmins
refusal-compensation-limit-same = this limit is so already
refusal-compensation-limits-crossed = more could be proposed than approved: change the other limit first

done-compensation-proposed = ✅ Sent for approval. The answer comes here.
done-compensation-decided =
    { $move ->
        [approve] ✅ Approved. Whoever proposed it has the assignment to pay it.
        [refuse] ✅ Refused. Whoever proposed it has been told.
       *[withdraw] ✅ Withdrawn.
    }
done-compensation-limit = ✅ The limit is changed.
news-compensation-proposed = 💰 <b>A compensation waits for your decision</b>
news-compensation-decided =
    { $move ->
        [refuse] 💰 <b>The compensation was refused</b>
       *[approve] 💰 <b>The compensation was approved: pay it and say so</b>
    }

# For the log.
compensation-state-proposed = waits for a decision
compensation-state-approved = approved
compensation-state-refused = refused
compensation-state-withdrawn = withdrawn
log-setting-compensation-propose-admin = an admin proposes
log-setting-compensation-propose-superadmin = a superadmin proposes
log-setting-compensation-approve-superadmin = a superadmin approves

## A call's card.
button-compensation = 💰 Compensation
call-compensation = 💰 { $money } · { $standing }
button-compensation-one = 💰 { $money } · { $standing }

## Propose.
compensation-new-title = 💰 <b>Compensation for the call #{ $call }</b> · { $at }
compensation-before = Approved for this call before: { $money }
compensation-which-reason = What for?
compensation-how-much = How much? Tap or write the sum, for example <code>1500</code> or <code>1 500.50</code>.
compensation-limit-left = Your limit for this call: { $money }
compensation-sum-not-understood = I do not understand the sum. Write something from a kopeck to a million rubles, for example <code>1500</code> or <code>1 500.50 ₽</code>.
compensation-sum = <b>{ $money }</b>
compensation-for = What for: { $reason }
compensation-note = 💬 “{ $words }”
compensation-deciders =
    { $count ->
        [one] Decides: { $names }
       *[other] One of them decides: { $names }
    }
compensation-no-decider = ⚠️ Nobody can approve it now: another superadmin with a sufficient limit is needed.
compensation-over-limit = ⛔️ Over your limit: { $money } are left to you for this call.
compensation-words-needed = Write in a message what for, up to { $max } characters. It cannot be sent without.
compensation-words-possible = You may add a few words in a message, up to { $max } characters.
compensation-words-long = Too long: { $max } characters at most.
compensation-send-question = Send it for approval?
compensation-in-the-way =
    { $paying ->
        [true] The last compensation of this call is approved and not paid yet. Pay it first.
       *[false] One compensation of this call waits for a decision already.
    }
button-compensation-send = ✅ Send
button-compensation-other-sum = ✏️ Another sum
button-compensation-open = 💰 Compensation No. { $id }

## A compensation's card.
compensation-title =
    💰 <b>Compensation No. { $id } · { $money }</b>
    { $standing }
# operator "none": nobody answered.
compensation-call =
    { $operator ->
        [none] Call #{ $call } · { $at }
       *[other] Call #{ $call } · { $at } · { $operator }
    }
compensation-proposed = Proposed by { $name }, { $at }
# reminded «none»: not yet.
compensation-waits =
    { $reminded ->
        [none] ⏳ Waiting for a decision since { $since }. If nobody decides within 4 working hours, those who can are reminded.
       *[other] ⏳ Waiting for a decision since { $since }. Those who decide were reminded at { $reminded }.
    }
compensation-call-total = For this call in all: <b>{ $money }</b>
compensation-decided =
    { $state ->
        [approved] ✅ Approved by { $name }, { $at }
        [refused] ✖️ Refused by { $name }, { $at }
       *[withdrawn] ↩️ Withdrawn by { $name }, { $at }
    }
compensation-payment =
    { $standing ->
        [paid] 💸 Paid by { $name }, { $at }
        [pay_failed] ⚠️ { $name } could not pay it, { $at }
        [pay_dropped] 🗑 The payment was cancelled { $at }
       *[to_pay] { $late ->
            [true] 🔴 Not paid in time: { $name }, by { $due }
           *[false] { $name } pays it by { $due }
        }
    }
compensation-why-not-compensation-own = <i>You proposed it: somebody else decides.</i>
compensation-why-not-compensation-over-approve-limit = <i>The sum is over your limit: you cannot approve it, you can refuse it.</i>
button-compensation-approve = ✅ Approve
button-compensation-refuse = ✖️ Refuse
button-compensation-withdraw = ↩️ Withdraw
button-compensation-paid = ✅ Paid
button-compensation-assignment = 📋 Assignment No. { $id }
button-compensation-call = ☎️ Call #{ $call }
compensation-end-question =
    { $move ->
        [approve] <b>Approve?</b> { $name } pays it by { $due }. There is no way back.
        [refuse] <b>Refuse?</b> There is no way back; it may be proposed anew.
       *[withdraw] <b>Withdraw?</b> Nobody will approve it; it may be proposed anew.
    }
compensation-end-words = You may write in a message why: whoever proposed it reads it. Up to { $max } characters.
compensation-tap = A button is enough here.
compensation-cannot = Not any more: { $reason }.

## An assignment's card.
assignment-compensation = 💰 <b>{ $money }</b> · { $reason }

## «💰 Compensations».
button-compensations = 💰 Compensations
menu-compensations =
    { $count ->
        [one] 💰 { $count } compensation waits for your decision
       *[other] 💰 { $count } compensations wait for your decision
    }
compensations-title =
    { $view ->
        [waiting] 💰 <b>Compensations that wait</b> · { $count }
        [unpaid] 💰 <b>Compensations to pay</b> · { $count }
        [paid] 💰 <b>Compensations paid</b> · { $count }
       *[closed] 💰 <b>Compensations refused and withdrawn</b> · { $count }
    }
compensations-none =
    { $view ->
        [waiting] 🟢 Nothing to decide.
        [unpaid] 🟢 All is paid.
       *[other] Nothing here.
    }
compensations-row =
    { $mine ->
        [true] 👉 <b>No. { $id } · { $money }</b> — yours to decide
       *[false] <b>No. { $id } · { $money }</b> — { $standing }
    }
    { $at } · { $name } · { $reason }
compensations-button = No. { $id } · { $money } · #{ $call }
compensations-view-button =
    { $chosen ->
        [true] • { compensations-view }
       *[false] { compensations-view }
    }
compensations-view =
    { $view ->
        [waiting] ⏳ Waiting ({ $count })
        [unpaid] 💸 To pay ({ $count })
        [paid] ✅ Paid ({ $count })
       *[closed] ✖️ Refused ({ $count })
    }
button-compensations-export = 📤 For accounting

## «💰 Limits of compensations».
button-compensation-limits = 💰 Limits of compensations
compensation-limits-title = <b>💰 Limits of compensations</b>, for one call
compensation-limits-about = Nothing can be proposed that could not be approved. Nobody approves his own. Nobody changes the limit of his own role: a developer sets those of superadmins.
compensation-limit-propose-admin = An admin proposes
compensation-limit-propose-superadmin = A superadmin proposes
compensation-limit-approve-superadmin = A superadmin approves
button-compensation-limit = ✏️ { $limit }
compensation-limit-question = Up to what sum? Write it, for example <code>15000</code>.
compensation-limit-not-yours = ⛔️ Nobody changes the limit of his own role: a developer sets those of superadmins.
compensation-limit-already = This limit is so already: { $money }.
compensation-limit-change = { $limit }: { $before } → <b>{ $after }</b>
compensation-limits-crossed = ⛔️ More could be proposed than approved. Change the other limit first.
button-compensation-limit-save = ✅ Save

## The help's chapter.
help-button-money = 💰 Compensations
help-chapter-money =
    <b>💰 Compensations</b>

    A call's card → “💰 Compensation” → what for → how much → “✅ Send”. Those who may approve it see the proposal: never the one who made it.

    “✅ Approve” gives the proposer the assignment to pay within three working days. Paid it? “✅ Paid”. “✖️ Refuse” takes a few words. Until somebody decides you may “↩️ Withdraw” your own.

    Every role has a limit for one call: what was approved for it before counts together with the new sum. A superadmin changes an admin’s limit: “🔧 Settings” → “💰 Limits of compensations”; a developer changes those of superadmins.

    All compensations: “📋 Assignments” → “💰 Compensations”. Who proposed and who decided stays in the log. The file for accounting: “📤 For accounting”.
