package districtkg.amount;

import java.util.Arrays;

/** The bound that the words around a number set. 以上 and 以内 include the number. */
public enum Bound {
    /** No bound is printed. */
    EXACTLY("exactly"),
    /** The value or more: 以上, 不低于. */
    AT_LEAST("atLeast"),
    /** The value or less: 以内, 不超过. */
    AT_MOST("atMost"),
    /** More than the value: 超过, 突破. */
    MORE_THAN("moreThan"),
    /** Less than the value: 不足, 低于. */
    LESS_THAN("lessThan"),
    /** About the value: 约, 左右. */
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
