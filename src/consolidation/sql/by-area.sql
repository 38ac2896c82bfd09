-- By area of the annex, in its order. Of several documents, each has its own.
SELECT
  section,
  section_title,
/* figures */,
  document
FROM task_outcomes
GROUP BY document, section, section_title
ORDER BY MIN(task_order), document, section, section_title
