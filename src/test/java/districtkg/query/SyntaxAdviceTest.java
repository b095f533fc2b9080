package districtkg.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.Fixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxAdviceTest {
    private static final QueryReader READER = new QueryReader(Fixture.real().prefixes());

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            SELECT * { ?s ?p ?o                                 | missing-close     | }
            SELECT * { ?s ?p ?o FILTER(?o > 1 }                 | missing-close     | )
            SELECT * { ?s ?p ?o } }                             | extra-close       | }
            SELECT * { ?s :nameEn "open }                       | missing-quote     | "
            SELECT * { ?s :nameEn "}" ; }} # {                  | extra-close       | }
            SELECT * { ?s nowhere:thing ?o }                    | unknown-prefix    | nowhere:
            SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }            | not-grouped       | ?s
            SELECT * { ?s a }                                   | incomplete-triple | }
            SELECT * { ?s ?p . }                                | incomplete-triple | .
            SELECT * { ?s ?p ?o ?o ?p ?s }                      | missing-dot       | ?o
            """)
    void aMistakeIsReportedWithAFix(String query, String key, String term) {
        BadQuery wrong = catchThrowableOfType(BadQuery.class, () -> READER.read(query));

        assertThat(SyntaxAdvice.on(wrong, query)).containsExactly(new SyntaxAdvice(key, term));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "SELEC * { ?s ?p ?o }\nSELECT { ?s ?p ?o }")
    void aRareMistakeHasNoAdvice(String query) {
        BadQuery wrong = catchThrowableOfType(BadQuery.class, () -> READER.read(query));

        assertThat(SyntaxAdvice.on(wrong, query)).isEmpty();
    }
}
