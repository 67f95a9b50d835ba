package dev.parley.rest.support;

/** How much a request may bring and ask for; what is beyond is refused with a 4xx. */
public interface RestLimits {
  /** Bytes of a JSON body. */
  int jsonBytes();

  /** How deep objects and arrays may nest. */
  int jsonDepth();

  /** UTF-16 units of one string in a JSON body. */
  int stringLength();

  /** Digits of one number in a JSON body. */
  int numberLength();

  /** Elements of one array in a JSON body. */
  int listItems();

  /** Files of one message, fetched from where the request says. */
  int attachments();

  /** Items of one page of an answer. */
  int pageItems();
}
