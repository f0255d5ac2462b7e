import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON, which the JDK does not have: objects are maps, arrays are lists, numbers are doubles. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object read(String text) {
    return new Json(text).value();
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) at++;
    return text.charAt(at);
  }

  private Object value() {
    switch (next()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      default:
        return word();
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (next() != '}') {
      if (text.charAt(at) == ',') at++;
      next();
      String name = string();
      next();
      at++;
      members.put(name, value());
    }
    at++;
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    at++;
    while (next() != ']') {
      if (text.charAt(at) == ',') at++;
      items.add(value());
    }
    at++;
    return items;
  }

  private String string() {
    StringBuilder content = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) != '\\') content.append(text.charAt(at));
      else content.append(escaped(text.charAt(++at)));
    }
    at++;
    return content.toString();
  }

  private char escaped(char kind) {
    int known = "bfnrt".indexOf(kind);
    if (known >= 0) return "\b\f\n\r\t".charAt(known);
    if (kind != 'u') return kind;
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
  }

  private Object word() {
    int start = at;
    while (at < text.length() && ",]} \t".indexOf(text.charAt(at)) < 0) at++;
    String word = text.substring(start, at);
    if (word.equals("null")) return null;
    return word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : (Object) Double.valueOf(word);
  }

  static String write(Object value) {
    if (value instanceof Map) {
      List<String> members = new ArrayList<>();
      ((Map<?, ?>) value).forEach((name, member) -> members.add(write(name) + ":" + write(member)));
      return "{" + String.join(",", members) + "}";
    }
    if (value instanceof List) {
      List<String> items = new ArrayList<>();
      ((List<?>) value).forEach(item -> items.add(write(item)));
      return "[" + String.join(",", items) + "]";
    }
    return value instanceof String ? quoted((String) value) : String.valueOf(value);
  }

  private static String quoted(String value) {
    StringBuilder content = new StringBuilder("\"");
    for (char each : value.toCharArray()) {
      if (each < ' ' || each > '~' || each == '"' || each == '\\') content.append(String.format("\\u%04x", (int) each));
      else content.append(each);
    }
    return content.append('"').toString();
  }
}
