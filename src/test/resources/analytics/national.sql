SELECT indicator, year, avg(value) AS mean, count(*) AS places
FROM statements
WHERE kind = 'Outcome' AND preferred
GROUP BY indicator, year
ORDER BY indicator, year
