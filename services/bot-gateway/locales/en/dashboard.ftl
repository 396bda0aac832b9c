# The dashboard.
menu-way-dashboard = 📊 Dashboard
dashboard-title = 📊 <b>Dashboard</b> · { $days } days, { $from }–{ $to }
dashboard-calls =
    { $calls ->
        [one] ☎️ { $calls } call, { $missed } missed
       *[other] ☎️ { $calls } calls, { $missed } missed
    }
# percent "none": nothing to divide by; change "none": not compared, "same": no change.
dashboard-part =
    { $change ->
        [none] { dashboard-part-value }
        [same] { dashboard-part-value } (as before{ dashboard-model-same })
       *[other] { dashboard-part-value } ({ $change } pp{ dashboard-model })
    }
# How much of the change comes from another LM version. model "none": one version; "unknown": two, and it cannot be told.
dashboard-model =
    { $model ->
        [none] {""}
        [unknown] , different versions
       *[other] , of which the model { $model }
    }
dashboard-model-same =
    { $model ->
        [none] {""}
        [unknown] , different versions
        [0] {""}
       *[other] ; the model { $model }, people the opposite
    }
dashboard-part-value =
    { $percent ->
        [none] { $light } { dashboard-part-name }
       *[other] { $light } { dashboard-part-name } · { $percent }%
    }
dashboard-part-name =
    { $name ->
        [complaint] Complaint risks: { $count } of { $base }
        [followup] To call back: { $count } of { $base }
        [lost] Lost: { $count } of { target-base }
       *[records] Booked: { $count } of { target-base }
    }
# How many there are: “of 1 target call”.
target-base =
    { $base ->
        [one] { $base } target call
       *[other] { $base } target calls
    }
dashboard-quality =
    { $change ->
        [none] { $light } Call quality: { $value } on average
        [same] { $light } Call quality: { $value } on average (as before{ dashboard-model-same })
       *[other] { $light } Call quality: { $value } on average ({ $change }{ dashboard-model })
    }
dashboard-too-few = <i>Where there are fewer than { $min } calls, then or now, nothing is compared with the { $days } days before.</i>
dashboard-versions-differ = <i>The { $days } days before were scored by another LM version: whether the talks changed or their scoring cannot be told here. A rescore of those days would show it.</i>
dashboard-today = <b>To do today:</b> complaints without an owner { $complaint }, callbacks without an owner { $followup }, overdue assignments { $overdue }
dashboard-today-clear = 🟢 <b>For today</b> everything is taken care of, nothing is overdue.
dashboard-list-button =
    { $list ->
        [complaint] 🔴 Complaints without an owner ({ $count })
       *[followup] 📞 Call-backs without an owner ({ $count })
    }
dashboard-overdue-button = ⏰ Overdue assignments ({ $count })
