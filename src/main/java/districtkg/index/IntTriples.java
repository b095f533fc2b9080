package districtkg.index;

import java.util.Arrays;

/** Triples as numbers, in the order of arrival. */
final class IntTriples {
    private int[] subjects = new int[16];
    private int[] predicates = new int[16];
    private int[] objects = new int[16];
    private int size;

    void add(int subject, int predicate, int object) {
        if (size == subjects.length) {
            subjects = Arrays.copyOf(subjects, size * 2);
            predicates = Arrays.copyOf(predicates, size * 2);
            objects = Arrays.copyOf(objects, size * 2);
        }
        subjects[size] = subject;
        predicates[size] = predicate;
        objects[size++] = object;
    }

    TripleIndex bySubject() {
        return TripleIndex.of(subjects, predicates, objects, 0, size);
    }

    TripleIndex byPredicate() {
        return TripleIndex.of(predicates, objects, subjects, 0, size);
    }
}
