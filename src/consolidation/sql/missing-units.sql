-- Units of the list from which nothing is used.
SELECT
  units.code,
  units.name,
  units.kind,
  units.parent
FROM units
WHERE units.listed
  AND NOT EXISTS (
    SELECT 1
    FROM sources
    WHERE sources.unit = units.code
      AND sources.state = 'used'
  )
ORDER BY units.unit_order
