### Batches of variants.

command-batch = Plan many variants of a scenario and tabulate the results
arg-batch-file = Batch file (TOML): a base scenario and what varies
arg-batch-out = Folder to write to; what is finished there is kept, so that a batch resumes where it stopped
arg-batch-jobs = Variants to run at a time; 0 for one per core. Does not affect plans whose limit is a gap or an amount of work [default: 0]
arg-batch-memory-limit = Stop before the program uses more than this many GiB; what is finished is kept [default: 85% of what the machine, container or job allows]
arg-batch-shard = Run only one of N parts, such as 3/10; --merge puts the parts together
arg-batch-merge = Run nothing: put the results of all parts together
arg-batch-from = Folders of parts run elsewhere, from which to take finished variants
arg-batch-dry-run = Run nothing: list the variants and estimate the time
arg-batch-until-decided = When all variants have plans, spend further searches on those whose difference from the baseline is too close to tell and could change which plans no other beats; stop when nothing is open, or at `most_seeds` searches each
arg-batch-further-work = Maximum work for these further searches, an amount that does not depend on the machine [default: no limit]
arg-batch-further-time = Maximum time for these further searches, in seconds; a search that has begun is finished [default: no limit]
examples-batch =
    Examples:
      ateliers batch batch.toml --dry-run
      ateliers batch batch.toml --out out
      ateliers batch batch.toml --out out --until-decided
      ateliers batch batch.toml --out out --shard 3/10
      ateliers batch batch.toml --out out --merge

    A batch file (`ateliers schema batch` lists its keys):
      scenario = "scenario.toml"
      search = {"{"} effort = "quick", seeds = 3 {"}"}

      {"[[axis]]"}
      name = "trainers"
      first = "trainers"
      values = [2, 3, 4]

      {"[[axis]]"}
      name = "radius"
      key = "travel.max_travel_min"
      values = [10, 15, 20]

    Ctrl-C stops the batch; run it again to resume.
expects-shard =
    {""}
    {"  "}hint: which part of how many, such as `3/10`
expects-jobs =
    {""}
    {"  "}hint: a whole number up to 1024, such as `2`; `0` for one per core
expects-further-work =
    {""}
    {"  "}hint: a whole number, zero or more, such as `1000000`
expects-further-time =
    {""}
    {"  "}hint: a number of seconds, zero or more, such as `600`
batch-finished = finished
batch-dry-run = { $variants ->
    [one] 1 variant
   *[other] { $variants } variants
}, { $left } to run; { $jobs ->
    [one] one at a time
   *[other] { $jobs } at a time
}, about { $time }{ $basis }.
batch-estimate-sample = , estimated from { $time } of searching some of them on this machine, under its present load
batch-estimate-finished = , estimated from those already finished
batch-estimate-limit =  at most, by their time limits
batch-progress = { $failed ->
    [0] {""}
   *[other] { $failed } failed · {""}
}{ $running } · left: { $left }
batch-outdated = { $variant } was planned from different input, with different settings or by another version: it is planned again
batch-damaged = { $variant }: { $file } is missing or damaged: it is planned again
batch-failed = { $variant } has no plan: { $fault }. This is a bug in the program; please report it, with the variant's folder
batch-unwritable = cannot write { $variant }: { $fault }
batch-cause-input = its scenario can no longer be read
batch-cause-illegal = the checker rejects its plan ({ $rules })
batch-cause-bound = the bound { $bound } is above the objective { $objective } of a plan
batch-cause-panic = the program crashed
batch-waits = Waiting for another part of the batch, which plans the baseline
batch-further = Round { $round }: { $variants ->
    [one] 1 variant is searched further
   *[other] { $variants } variants are searched further
}
batch-settled = Settled: no open difference from the baseline could change which plans no other beats.
batch-not-settled = { $open ->
    [one] 1 difference that could change which plans no other beats is still too close to tell
   *[other] { $open } differences that could change which plans no other beats are still too close to tell
}: { $why }
batch-out-of-searches = those variants have had all the searches that `most_seeds` allows
batch-out-of-work = the work allowed for further searches is used up
batch-out-of-time = the time is up
batch-cut-short = the last round was cut short
column-searches = Searches of the variant, each with a seed of its own; its plan is the best of theirs
column-objective_low = Objective over these searches: smallest
column-objective_median = Objective over these searches: median
column-objective_high = Objective over these searches: largest
batch-at-work = another batch is running in `{ $folder }`: wait until it has finished, or write to another folder
batch-interrupted = Interrupted. Run it again to resume.
batch-ran = { $run ->
    [one] 1 variant run
   *[other] { $run } variants run
}, { $before } already finished, in { $time }: { $pace } per minute, { $outside } of the time outside the solver
batch-shard-done = Part { $rank } of { $of } is done. When all parts are: --merge
batch-done = { $finished } of { $variants } variants have a plan{ $failed ->
    [0] {""}
   *[other] , { $failed } failed
}{ $missing ->
    [0] {""}
   *[other] , { $missing } not run
}{ $nobody ->
    [0] {""}
    [one] ; 1 plan serves nobody
   *[other] ; { $nobody } plans serve nobody
}. Results in { $folder }
batch-memory-short = Stopped before exceeding the memory limit of { $limit } GiB. To resume, run it again with fewer variants at a time (--jobs) or a higher --memory-limit.
batch-missing = Not run: { $names }
batch-without-parquet = This build cannot write results.parquet: a file of that name is from an earlier run.
duration-s = { $amount } s
duration-min = { $amount } min
duration-h = { $amount } h
axis-key = the key { $key } of the scenario
axis-first = first rows of { $table } that are kept
axis-multiplied = how many times each resident enrols
axis-seed = seed of the invented enrolments
column-variant = The variant: its folder under variants
column-groups = Groups of the batch that it belongs to
column-axis = Axis of the batch: { $subject }
column-failure = Why there is no plan, if there is none
manifest-unreadable = { $file } was not written by a batch: { $cause }. Run the batch again: finished variants are kept
