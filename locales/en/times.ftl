## Times, posts, costs
web-time-p50 = Lead time: half of the cases are done after
web-time-p80 = Lead time: four out of five cases are done after
web-time-p95 = Lead time: 19 out of 20 cases are done after
web-time-interval = simulated, between { $low } and { $high }
web-time-efficiency = Share of work in the lead time
web-time-hours = Hours of work per year
web-time-posts = Posts bound
web-time-posts-note = at { $minutes } minutes per year and post
web-time-cost = Cost of work per case
web-time-cost-note = imputed, no effect on the budget
web-unit-posts =
    { $number ->
        [one] one post
       *[other] { $number } posts
    }
web-unit-euros = { $number } euros
web-unit-euros-per-hour = { $number } euros per hour
web-duration-minutes =
    { $number ->
        [one] one minute
       *[other] { $number } minutes
    }
web-duration-hours =
    { $number ->
        [one] one hour
       *[other] { $number } hours
    }
web-duration-days =
    { $number ->
        [one] one day
       *[other] { $number } days
    }
times-work-differs = The model gives { $model } minutes of work per case, the profile states { $profile }. Please check which figure is right.
times-incomplete = Only { $percent } percent of the steps have a working time. So the sums are too small.
times-endless = A loop in the model has no way out. It is counted once only.
times-no-lead-time = The lead time cannot be computed: parallel ways do not meet again in one place of the model, or a case does not end.
times-assumed = Where the model states no shares, all ways count as equally frequent.

## Costs and posts
web-rates = Costs and posts
web-rates-lead = The analysis reckons with these figures. Without an hourly rate it shows no costs.
web-rates-hourly-rate = Cost of an hour of work
web-rates-hourly-rate-help = In euros, for example from a report your town uses.
web-rates-minutes-per-post = Net working time of a post per year
web-rates-minutes-per-post-help = In minutes. Empty: 93,600 minutes (39 hours a week, tariff staff, after BMF 2014).
web-rates-default = set by the program, after BMF 2014
web-rates-source = Source of the figures
web-rates-source-help = For example "KGSt report, January 2026".
web-rates-change = Change the figures
