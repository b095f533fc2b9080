package districtkg.amount;

import java.util.Arrays;

/** The bound that the words around a number set. 以上 and 以内 include the number. */
public enum Bound {
    EXACTLY("exactly"),
    AT_LEAST("atLeast"),
    AT_MOST("atMost"),
    MORE_THAN("moreThan"),
    LESS_THAN("lessThan"),
    APPROXIMATELY("approximately");

    private final String term;

    Bound(String term) {
        this.term = term;
    }

    /** The local name of the term of the ontology: {@code atLeast}. */
    public String term() {
        return term;
    }

    /** The bound of a term's local name. */
    public static Bound named(String term) {
        return Arrays.stream(values())
                .filter(bound -> bound.term.equals(term))
                .findFirst()
                .orElseThrow();
    }
}
