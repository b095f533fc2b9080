package districtkg;

/**
 * What {@code java -jar} starts first: says which Java the program needs where this one is too old,
 * else starts {@link #MAIN}. It is compiled for Java 11 and names no other class of ours.
 */
public final class Launcher {
    private static final int NEEDED = 21;
    private static final String MAIN = "districtkg.Main";

    private Launcher() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "DistrictKG needs Java "
                            + NEEDED
                            + " or newer, but this is Java "
                            + found
                            + " ("
                            + System.getProperty("java.home")
                            + ").");
            System.err.println(
                    "fix:  install a newer JDK and start with its own java, for example  /path/to/jdk/bin/java -jar districtkg.jar");
            System.exit(2);
        }
        Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
