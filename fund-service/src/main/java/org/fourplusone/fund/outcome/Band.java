package org.fourplusone.fund.outcome;

import org.fourplusone.starter.text.Text;

/** The bands of a score of 0 to 100: 优 from 90, 良 from 80, 中 from 60, 差 below. */
enum Band {
    EXCELLENT(90, "优", "Excellent"),
    GOOD(80, "良", "Good"),
    FAIR(60, "中", "Fair"),
    POOR(0, "差", "Poor");

    private final int least;
    private final Text title;

    Band(int least, String zh, String en) {
        this.least = least;
        this.title = new Text(zh, en);
    }

    /** The band of a score. */
    static Band of(int score) {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("a score is 0 to 100, not " + score);
        }
        for (Band band : values()) {
            if (score >= band.least) {
                return band;
            }
        }
        throw new IllegalStateException();
    }

    /** The least score of the band. */
    int least() {
        return least;
    }

    Text title() {
        return title;
    }
}
