package districtkg.figure;

import districtkg.figure.Phrase.Change;
import districtkg.number.Unit.Form;
import districtkg.quantity.Quantity;

/** The word at the end of the name of an indicator that says how it is measured. */
final class MeasureSuffix {
    private MeasureSuffix() {}

    /** Of a change in percent: growth or decrease. */
    static String of(Change change) {
        return change.direction() > 0 ? "增速" : "降幅";
    }

    /** Of a number of things, a length, an area or a multiple; empty if the name says it. */
    static String of(Quantity quantity, String name) {
        String measure =
                switch (quantity.unit()) {
                    case "公里" -> "长度";
                    case "平方米", "平方公里", "亩", "公顷" -> "面积";
                    case "倍" -> "倍数";
                    default -> quantity.form() == Form.COUNT ? "数" : "";
                };
        boolean said =
                name.endsWith(measure)
                        || name.endsWith("里程")
                        || name.endsWith("数")
                        || name.endsWith("量")
                        || name.endsWith("时速")
                        || name.endsWith("长")
                        || name.endsWith("人次");
        return said ? "" : measure;
    }
}
