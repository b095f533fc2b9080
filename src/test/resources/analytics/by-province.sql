SELECT province, sum(value) AS total, count(*) AS places
FROM statements
WHERE kind = 'Outcome' AND preferred AND indicator = 'indicator-7' AND year = 2020
GROUP BY province
ORDER BY province
