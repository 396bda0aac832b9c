# My statistics, an operator's page, his calls and trainings.
menu-way-my-stats = 📈 My statistics
my-stats-title = 📈 <b>My statistics</b>
my-stats-no-code = You are not tied to an operator of the calls yet, so there is nothing to count. Ask an administrator: “👥 Users” → you → “Role” → “Operator”.
# name "none": nobody with access stands behind the code.
operator-title =
    { $name ->
        [none] 👤 <b>Operator { $code }</b>
       *[other] 👤 <b>Operator { $code }</b> · { $name }
    }
work-span =
    { $span ->
        [day] Today, { $to }
        [week] Week, { $from }–{ $to }
       *[month] Month, { $from }–{ $to }
    }
work-span-button =
    { $chosen ->
        [true] • { work-span-name }
       *[false] { work-span-name }
    }
work-span-name =
    { $span ->
        [day] Day
        [week] Week
       *[month] Month
    }
work-no-calls =
    { $span ->
        [day] No scored calls today yet.
       *[other] No scored calls in this time.
    }
# team "none": not compared.
work-calls =
    { $team ->
        [none] { work-calls-own }
       *[other] { work-calls-own } · team { $team }
    }
work-calls-own =
    { $calls ->
        [one] ☎️ { $calls } call
       *[other] ☎️ { $calls } calls
    }
# value "none": nothing to divide by; team "none": not compared.
work-rate =
    { $value ->
        [none] { work-rate-unknown }
       *[other] { work-rate-known }
    }
work-rate-known =
    { $team ->
        [none] { work-rate-own }
       *[other] { work-rate-own } · team { $team }{ work-rate-unit }
    }
work-rate-own =
    { $rate ->
        [conversion] 📝 Booked: { $count } of { target-base } · { $value }%
        [quality] { $light } Quality: { $value } on average of { work-scored }
        [complaint] 🔴 Red: { $count } of { work-talks } · { $value }%
       *[callbacks] 📞 Call-backs in time: { $count } of { $base } · { $value }%
    }
work-scored =
    { $base ->
        [one] { $base } call
       *[other] { $base } calls
    }
work-talks =
    { $base ->
        [one] { $base } conversation
       *[other] { $base } conversations
    }
work-rate-unit =
    { $rate ->
        [quality] {""}
       *[other] %
    }
work-rate-unknown =
    { $rate ->
        [conversion] 📝 There were no target calls
        [quality] ⚪️ Quality: no scores yet
        [complaint] ⚪️ There were no conversations
       *[callbacks] 📞 No callback fell due
    }
work-median =
    { $operators ->
        [one] <i>“Team” is the middle (median): half have more, half less. { $operators } operator in all.</i>
       *[other] <i>“Team” is the middle (median): half have more, half less. { $operators } operators in all.</i>
    }
work-too-few = <i>With fewer than { $min }, nothing is compared with the team: it would be chance.</i>
work-no-team = <i>Not compared with the team: that takes calls of at least { $min } operators.</i>

button-stats-work = 📋 My assignments
button-my-calls = ☎️ My calls
button-my-trainings = 🎓 My trainings ({ $count })
button-my-disputes = ⚖️ My disputes ({ $count })
button-operator-calls = ☎️ Calls
button-operator-red = 🔴 Complaint risks
button-operator-disputes = ⚖️ Disputes ({ $count })
button-operator-user = 👥 Person’s card
button-user-stats = 📈 Statistics

operator-calls-title =
    { $mine ->
        [true] ☎️ <b>My calls</b>
       *[false] ☎️ <b>Calls: { $code }</b>
    }
operator-calls-none = No calls yet.
# quality "none": it cannot be known.
operator-calls-row =
    { $quality ->
        [none] { $light } { $at } · #{ $id } · { $outcome }
       *[other] { $light } { $at } · #{ $id } · { $outcome } · quality { $quality }
    }
operator-calls-button =
    { $quality ->
        [none] #{ $id } · { $at }
       *[other] #{ $id } · { $at } · { $quality }
    }

## Chapter of the help.
help-button-stats = 📈 An operator’s statistics
help-chapter-stats =
    <b>📈 An operator’s statistics</b>

    Day, week or month: calls, bookings, quality, red ones, callbacks in time. Beside each stands the team’s: the middle (median) of the operators. With fewer than 30 calls nothing is compared.

    An operator sees his own: “📈 My statistics”, with his calls, assignments, trainings and disputes. An administrator opens anybody’s: “👥 Users” → “📈 Operators in figures”, or a person → “📈 Statistics”.
