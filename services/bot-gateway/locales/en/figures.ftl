# The screens behind the dashboard: operators, reasons of losses, course of time, marketing.
button-operators = Operators
button-loss = Reasons of losses
button-dynamics = Course of time
button-marketing = Marketing

operators-title = 👥 <b>Operators</b> · { $days } days, { $from }–{ $to }
operators-order-name =
    { $order ->
        [quality] quality
        [records] bookings
        [lost] lost
       *[complaint] complaints
    }
operators-order = Worst first: { operators-order-name }
operators-order-button =
    { $chosen ->
        [true] • { operators-order-name }
       *[false] { operators-order-name }
    }
operator-name =
    { $name ->
        [none] { $code }
       *[other] { $name } ({ $code })
    }
# place "none": too few calls for a place.
operators-calls =
    { $calls ->
        [one] { $calls } call
       *[other] { $calls } calls
    }
operators-head =
    { $place ->
        [none] <b>{ $name }</b> · { operators-calls }, too few to compare
       *[other] { $place }. <b>{ $name }</b> · { operators-calls }
    }
# The number that the order goes by; the others in short.
operators-quality = { $light } quality { $value } on average{ $change }
operators-part =
    { $name ->
        [records] booked { $count } of { $base }
        [lost] lost { $count } of { $base }
       *[complaint] complaints { $count } of { $base }
    }
operators-share = { $part } · { $percent }%{ $change }
operators-none = No calls with operators in these days.
operators-few =
    { $count ->
        [one] <i>{ $count } operator without a place: fewer than { $min } calls.</i>
       *[other] <i>{ $count } operators without a place: fewer than { $min } calls.</i>
    }
operators-unanswered =
    { $count ->
        [one] Nobody answered: { $count } call
       *[other] Nobody answered: { $count } calls
    }

loss-title = 💸 <b>Reasons of losses</b> · { $days } days, { $from }–{ $to }
loss-none = 🟢 No lost bookings.
loss-total = Lost { $count } of { target-base } · { $percent }%{ $change }
loss-line = { $place }. { $reason } — { $calls } · { $percent }%{ $change }
loss-compared = <i>The share is of all that were lost. In brackets: its change against the { $days } days before.</i>
loss-not-compared = <i>The share is of all that were lost. Not compared with the { $days } days before: fewer than { $min } lost, then or now.</i>
loss-list-button = 💸 Open the lost ones ({ $count })

dynamics-title = 📉 <b>Course of time</b> · { $days } days, { $from }–{ $to }
dynamics-columns =
    { $grain ->
        [day] A bar is a day, today is on the right and still goes on.
       *[week] A bar is a week ({ $count }), the last 7 days are on the right.
    }
dynamics-course =
    { $course ->
        [calls] ☎️ Calls
        [complaint] Complaint risks, % of talks
        [records] Booked, % of target calls
        [lost] Lost, % of target calls
       *[quality] Call quality on average
    }
# known "none": nowhere calls enough; "earlier": not enough in the last bar.
dynamics-head =
    { $known ->
        [none] { dynamics-course }: too little data
        [earlier] { dynamics-course }
       *[now] { dynamics-course }: { dynamics-latest } { $value }
    }
dynamics-latest =
    { $grain ->
        [day] today
       *[week] in 7 days
    }
dynamics-range =
    { $steady ->
        [true] { $low } all the time
       *[false] from { $low } ({ $lowDay }) to { $high } ({ $highDay })
    }
dynamics-gaps =
    { $grain ->
        [day] <i>A dot: fewer than { $min } calls on that day. By weeks there are more.</i>
       *[week] <i>A dot: fewer than { $min } calls in that week.</i>
    }
dynamics-grain-name =
    { $grain ->
        [day] By days
       *[week] By weeks
    }
dynamics-grain-button =
    { $chosen ->
        [true] • { dynamics-grain-name }
       *[false] { dynamics-grain-name }
    }

marketing-title = 📣 <b>Marketing</b> · { $days } days, { $from }–{ $to }
source-name =
    { $source ->
        [none] no source named
       *[other] { $source }
    }
source-hidden = <b>{ $name }</b> · too little data
source-calls =
    { $calls ->
        [one] { $calls } call, { $target } of them target
       *[other] { $calls } calls, { $target } of them target
    }
source-head =
    { $few ->
        [true] <b>{ $name }</b> · { source-calls }, too little data
       *[false] <b>{ $name }</b> · { source-calls }
    }
# percent "none": no target calls, nothing to divide by.
source-records =
    { $percent ->
        [none] booked { $count } of { $base }
       *[other] booked { $count } of { $base } · { $percent }%{ $change }
    }
source-lost =
    { $percent ->
        [none] lost { $count } of { $base }
       *[other] lost { $count } of { $base } · { $percent }%{ $change }
    }
marketing-few = <i>Too little data: fewer than { $min } target calls tell nothing.</i>
