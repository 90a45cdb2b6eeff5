-- Stored rows of the ids of one person; an exclusion that was lifted is none.
select
  (select count() from exposures where visible(exposures) and exposures.user_id in {ids:Array(String)})
  + (select count() from conversions where visible(conversions) and conversions.user_id in {ids:Array(String)})
  + (select count() from pre_period where visible(pre_period) and pre_period.user_id in {ids:Array(String)})
  + (select count() from strata where visible(strata) and strata.user_id in {ids:Array(String)})
  + (select count() from identities where visible(identities) and identities.anonymous_id in {ids:Array(String)})
  + (
    select count()
    from (
      select exclusions.user_id
      from exclusions
      where visible(exclusions)
        and exclusions.user_id in {ids:Array(String)}
      group by exclusions.user_id
      having argMax(exclusions.is_excluded, exclusions.sequence) = 1
    )
  ) as rows
