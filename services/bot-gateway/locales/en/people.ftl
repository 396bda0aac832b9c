## “👥 Users” and a person's card.
users-title = <b>👥 Users</b>
users-requests =
    { $count ->
        [0] No requests for access.
        [one] 🔔 { $count } request waits for a decision:
       *[other] 🔔 { $count } requests wait for a decision:
    }
users-person = { $name }
users-filter =
    { $filter ->
        [operator] Operators
        [marketing] Marketing
        [admin] Admins
        [superadmin] Superadmins
        [supreme_dev] Developers
       *[blocked] Blocked
    } · { $count }
users-people =
    <b>👥 { $filter ->
        [operator] Operators
        [marketing] Marketing
        [admin] Admins
        [superadmin] Superadmins
        [supreme_dev] Developers
       *[blocked] Blocked
    }</b>{ $shown ->
        [0] {": nobody"}
       *[other] {""}
    }

user-title = <b>{ $name }</b>
user-username = @{ $username }
user-status = Access: { $status }
user-role = Role: { $role }
user-operator = Code in the calls: { $code }
user-work =
    { $reach ->
        [none] ⚠️ Open assignments: { $count }. Give them to somebody: “📋 Assignments” → “All”.
       *[own] Open assignments: { $count }
    }
user-since = First seen: { $at }
user-yourself = You cannot decide about yourself: another admin does.
user-above-you = Only somebody with a higher role decides about this person.

user-role-question = <b>{ $name }</b>: which role?
user-code-question =
    <b>{ $name }</b>: { $count ->
        [0] there are no free operators in the calls. They can be tied later, with “Role”.
       *[other] who is it in the calls? By the code people see their own calls and statistics. Beside it: calls of the last 90 days.
    }
user-code = { $code } · { $calls }

button-users-figures = 📈 Operators in figures
button-approve = Approve
button-reject = Decline
button-role = Role
button-block = Block
button-unblock = Unblock
button-no-code = Without a code
button-user-log = 🧾 Actions
