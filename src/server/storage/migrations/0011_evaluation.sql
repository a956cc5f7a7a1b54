-- 考评: cards of heads and grids, their way to publication, residents' appraisals, rewards written down.

-- A month that is to be computed, and whether it has been. Whoever computes holds its row.
create table score_periods (
  street_id   text   not null,
  period      text   not null check (period ~ '^\d{4}-\d{2}$'),
  kind        text   not null check (kind in ('head', 'grid')),
  asked_at    bigint not null,
  finished_at bigint,
  primary key (street_id, period, kind)
);
create index score_periods_open on score_periods (street_id, period) where finished_at is null;

-- One edition of one card, as the very bytes its fingerprint is of. No foreign keys: what was judged outlives the
-- rows it was judged by.
create table score_cards (
  street_id   text   not null,
  id          text   not null,
  kind        text   not null check (kind in ('head', 'grid')),
  subject_id  text   not null,
  period      text   not null,
  edition     int    not null check (edition > 0),
  body        text   not null,
  hash        text   not null,
  computed_at bigint not null,
  score       int    generated always as ((body::jsonb ->> 'score')::int) stored,
  stars       int    generated always as ((body::jsonb ->> 'stars')::int) stored,
  primary key (street_id, id),
  -- However many compute at once: one edition.
  unique (street_id, kind, subject_id, period, edition),
  check (score between 0 and 1000),
  check (stars between 1 and 5),
  check ((score is null) = (stars is null))
);

create function never_changed() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger score_cards_kept before update or delete on score_cards
  for each row execute function never_changed();
create trigger score_cards_not_emptied before truncate on score_cards
  for each statement execute function never_changed();

-- The way of a month's card, whichever edition it has come to; the body as the rules see it.
create table score_lives (
  street_id     text   not null,
  id            text   not null,
  version       int    not null check (version > 0),
  -- The edition in force.
  card_id       text   not null,
  body          jsonb  not null,
  kind          text   not null generated always as (body ->> 'kind') stored,
  subject_id    text   not null generated always as (body ->> 'subjectId') stored,
  person_id     text   generated always as (body ->> 'personId') stored,
  grid_path     text   not null generated always as (body ->> 'gridPath') stored,
  period        text   not null generated always as (body ->> 'period') stored,
  state         text   not null generated always as (body ->> 'state') stored,
  preview_until bigint generated always as ((body ->> 'previewUntil')::bigint) stored,
  primary key (street_id, id),
  unique (street_id, kind, subject_id, period),
  foreign key (street_id, card_id) references score_cards (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (state in ('computed', 'preview', 'confirmed', 'published')),
  check ((kind = 'head') = (person_id is not null)),
  check (body ->> 'confirmedBy' is distinct from person_id or person_id is null)
);
create index score_lives_by_person on score_lives (street_id, person_id, period desc) where person_id is not null;
create index score_lives_by_grid on score_lives (street_id, kind, period, grid_path text_pattern_ops);
create index score_lives_to_preview on score_lives (street_id, id) where state = 'computed';

-- 加减分, each by two people.
create table score_adjustments (
  street_id   text  not null,
  id          text  not null,
  version     int   not null check (version > 0),
  body        jsonb not null,
  building_id text  not null generated always as (body ->> 'buildingId') stored,
  grid_path   text  not null generated always as (body ->> 'gridPath') stored,
  period      text  not null generated always as (body ->> 'period') stored,
  approved    boolean generated always as ((body -> 'decision' ->> 'approved')::boolean) stored,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  check (body -> 'decision' ->> 'by' is null
    or (body -> 'decision' ->> 'by' <> body ->> 'proposedBy' and body -> 'decision' ->> 'by' <> body ->> 'personId')),
  check (body ->> 'proposedBy' <> body ->> 'personId')
);
-- The same reason counts once a month for the same evidence.
create unique index score_adjustments_once on score_adjustments
  (street_id, building_id, period, (body ->> 'reason'), (body ->> 'evidence')) where approved is not false;
create index score_adjustments_waiting on score_adjustments (street_id, grid_path text_pattern_ops)
  where approved is null;

-- 评议: who has answered in a quarter, and apart from it the sum of what was answered. Nobody's own answer is kept.
create table appraisal_voters (
  street_id   text not null,
  building_id text not null,
  quarter     text not null,
  person_id   text not null,
  primary key (street_id, building_id, quarter, person_id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create table appraisal_sums (
  street_id   text not null,
  building_id text not null,
  quarter     text not null,
  head_id     text not null,
  answers     int  not null check (answers >= 0),
  -- Three marks of one to five each.
  points      int  not null check (points between 3 * answers and 15 * answers),
  primary key (street_id, building_id, quarter, head_id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, head_id) references persons (street_id, id)
);

-- 考核奖励: written down, never paid here.
create table reward_batches (
  street_id    text   not null,
  id           text   not null,
  version      int    not null check (version > 0),
  body         jsonb  not null,
  grid_path    text   not null generated always as (body ->> 'gridPath') stored,
  state        text   not null generated always as (body ->> 'state') stored,
  proposed_at  bigint not null generated always as ((body ->> 'proposedAt')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (state in ('proposed', 'declined', 'posted', 'recorded')),
  check (body ->> 'approvedBy' is null or body ->> 'approvedBy' <> body ->> 'proposedBy')
);
create index reward_batches_by_grid on reward_batches (street_id, grid_path text_pattern_ops, proposed_at desc);
-- A card is rewarded once in each unit; a declined batch gives its cards back.
create table reward_items (
  street_id text not null,
  life_id   text not null,
  unit      text not null check (unit in ('fen', 'points')),
  batch_id  text not null,
  primary key (street_id, life_id, unit),
  foreign key (street_id, life_id) references score_lives (street_id, id),
  foreign key (street_id, batch_id) references reward_batches (street_id, id)
);

-- What the readers of a month ask for.
create index concerns_by_building on concerns (street_id, building_id) where building_id is not null;
create index head_notice_houses_by_building on head_notice_houses (street_id, building_id);
create index audit_log_of_cards on audit_log (street_id, subject_id) where operation = 'score.computed';
