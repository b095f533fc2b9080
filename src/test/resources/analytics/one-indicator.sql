SELECT year, avg(value) AS mean, count(*) AS places
FROM statements
WHERE kind = 'Outcome' AND preferred AND indicator = 'indicator-7'
GROUP BY year
ORDER BY year
