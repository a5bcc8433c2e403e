package org.fourplusone.industry.spreadsheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Which of two forms of an answer a caller likes better. */
public final class Accepted {

    private Accepted() {}

    /** Whether the first is asked for rather than the second, which is what anybody gets who does not say. */
    public static boolean prefers(HttpServletRequest request, String first, String second) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            for (MediaType type : types) {
                if (type.includes(MediaType.parseMediaType(second))) {
                    return false;
                }
                if (type.includes(MediaType.parseMediaType(first))) {
                    return true;
                }
            }
            return false;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
