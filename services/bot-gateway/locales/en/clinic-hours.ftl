## “🕘 Opening hours”.
button-hours = 🕘 Opening hours
hours-title = <b>🕘 The clinic’s opening hours</b>
hours-open-until = 🟢 Open now, until { $at }
hours-closed-until = 🌙 Closed now, until { $at }
hours-line = { $days }: { $span }
hours-closed = closed
hours-days-workdays = Mon–Fri
hours-days-weekend = Sat–Sun
hours-days-monday = Mon
hours-days-tuesday = Tue
hours-days-wednesday = Wed
hours-days-thursday = Thu
hours-days-friday = Fri
hours-days-saturday = Sat
hours-days-sunday = Sun
hours-holidays =
    { $works ->
        [true] Russian public holidays: as usual
       *[false] Russian public holidays: closed
    }
hours-special = <b>Special days</b>
hours-note = <i>Deadlines and “how much overdue” go by these hours; at night the bot reminds nobody of a deadline.</i>
button-hours-holidays =
    { $works ->
        [true] 🎉 Close on holidays
       *[false] 🎉 Open on holidays
    }
button-hours-special = ➕ Special day
button-hours-drop = ✖️ Remove { $day }
button-hours-closed = Closed
hours-question = <b>🕘 { $days }</b>: when is the clinic open?
hours-now = Now: { $span }
hours-now-different = The days differ now.
hours-how = You may write your own: “9–18”, “8:30–20:00”, “closed”.
hours-not-understood = I did not understand. Write one day’s hours, such as “9–18” or “closed”; it has to close after it opens.
hours-confirm = Is this right?
hours-special-question =
    <b>➕ Special day</b>: on which date does the clinic not work as usual?

    Write a date and the hours, for example:
    31.12 9–15
    2 May closed
hours-special-not-understood = I did not understand. Write a coming date and the hours, such as “31.12 9–15” or “2 May closed”.
done-hours = ✅ The opening hours are changed.
