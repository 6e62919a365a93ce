-- Figures are added up out of the visits for every year: none is kept as it once was.
DROP TABLE closed_figures;
DROP TABLE closed_years;
