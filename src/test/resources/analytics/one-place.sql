SELECT value, year
FROM statements
WHERE place_code = '110007' AND indicator = 'indicator-7'
ORDER BY year
