package districtkg.table.statement;

import java.util.List;
import java.util.Set;

/** The columns of a table of statements. */
public final class StatementColumns {
    static final String ID = "id";
    static final String KIND = "kind";
    static final String ABOUT = "about";
    static final String PLACE = "place";
    static final String INDICATOR = "indicator";
    static final String MEASURE_ZH = "measure_zh";
    static final String MEASURE_EN = "measure_en";
    static final String NUMBER = "number";
    static final String UPPER = "upper";
    static final String UNIT = "unit";
    static final String BOUND = "bound";
    static final String PERIOD = "period";
    static final String PERIOD_KIND = "periodKind";
    static final String DATED = "dated";
    static final String STRENGTH = "strength";
    static final String STATUS = "status";
    static final String TOPIC = "topic";
    static final String LABEL_ZH = "label_zh";
    static final String LABEL_EN = "label_en";
    static final String START = "start";
    static final String END = "end";
    static final String SHA256 = "sha256";
    static final String MORE = "more";

    /** All, in the order in which they are written. */
    public static final List<String> ALL =
            List.of(
                    ID,
                    KIND,
                    ABOUT,
                    PLACE,
                    INDICATOR,
                    MEASURE_ZH,
                    MEASURE_EN,
                    NUMBER,
                    UPPER,
                    UNIT,
                    BOUND,
                    PERIOD,
                    PERIOD_KIND,
                    DATED,
                    STRENGTH,
                    STATUS,
                    TOPIC,
                    LABEL_ZH,
                    LABEL_EN,
                    START,
                    END,
                    SHA256,
                    MORE);

    /** The columns that every table must have. */
    public static final Set<String> REQUIRED = Set.of(ID, KIND, START, END, SHA256);

    /** What the unit of a rank is called. */
    static final String RANK = "rank";

    /** What the unit of a streak is called. */
    static final String STREAK = "years";

    /** That the words of a statement print its time. */
    static final String PRINTED = "printed";

    private StatementColumns() {}
}
