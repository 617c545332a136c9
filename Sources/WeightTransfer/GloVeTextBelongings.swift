extension GloVeText {
  /// What a person carries and plays with.
  static let belongings = """
    A backpack is a bag of strong cloth which a person carries on the back. Two straps go over the
    shoulders, a zip closes the top, and small pockets sit at the front and the side. A backpack holds a
    book, a laptop, a bottle and a sandwich. A child carries a backpack to school; a traveller carries a
    larger one to the mountains. It may be black, blue, green or red. You see a backpack on the bus, on the
    train or on the floor beside a chair. A backpack leaves both hands free, while a handbag hangs from one
    arm and a suitcase is pulled by its handle. A backpack, a handbag and a suitcase are all bags.

    An umbrella is a round roof of thin cloth on a stick, held above the head of a person when it rains.
    Thin metal ribs spread the cloth of the umbrella, and a hook or a knob at the end is the handle. When
    the rain is over, the umbrella folds up and hangs from the arm beside a handbag. Most are black, but an
    umbrella may have every colour of the rainbow. A large umbrella stands on the beach or over a table and
    gives shade from the sun. You see an umbrella in the street, at the bus stop and in a stand by the door.
    An umbrella is of cloth, as a kite is, and the wind would gladly take both.

    A handbag is a small bag of leather or cloth which a person carries in the hand or over the arm. It has
    a short strap or two handles, and a zip or a clasp of metal. In a handbag there are keys, coins, a cell
    phone, a comb and often a small umbrella. A handbag may be brown, black, red or white. You see a handbag
    on an arm in the street, on the lap in the train or on a chair. A handbag is smaller than a backpack and
    far smaller than a suitcase, and it is chosen to go with the shoes, as a tie is chosen to go with a
    shirt.

    A tie is a long narrow strip of cloth which a person wears around the neck, under the collar of a shirt.
    The knot of the tie sits at the throat, and its end hangs down the chest to the belt. A tie is made of
    silk or wool, in one colour or with stripes or dots. A person wears a tie with a suit, in the office, at
    a wedding, or on the way to the airplane with a small suitcase. A bow tie is short and has the shape of
    a butterfly. A tie keeps nobody warm, carries nothing and opens nothing; a tie is for looks alone. Like
    an umbrella or a handbag, a tie is worn or carried to town.

    A suitcase is a large box with a handle, in which a person carries clothes on a journey. It is made of
    hard plastic, of leather or of strong cloth, with a zip or two locks of metal. Most have small wheels
    and a long handle, so that the suitcase rolls behind the person who pulls it. A suitcase may be black,
    blue, red or brown. You see a suitcase at the airport, at the station, in a train or open on a bed. A
    suitcase is bigger than a backpack and has straight sides. A suitcase goes into the belly of the
    airplane, but a handbag stays with the person.

    A person packs a suitcase, a backpack and a handbag, puts on a tie and takes the umbrella from its
    stand. The suitcase holds the clothes, the backpack holds the books, the handbag holds the money, the
    tie holds nothing and the umbrella holds off the rain. A bag is known by where it hangs: the backpack on
    the back, the handbag on the arm. A suitcase hangs nowhere; it rolls.

    A frisbee is a flat round disc of plastic which is thrown from one person to another. It spins in the
    air and sails far over the grass. A frisbee may be white, red, yellow or orange, with a curved rim below
    which the fingers lie. You see a frisbee in the park and on the beach, and often in the mouth of a dog
    that has jumped for it. A frisbee flies without wings and without wind. A sports ball is round like an
    orange, while a frisbee is round like a plate. To play with a frisbee takes two people, or one person
    and a dog, and a kite takes only one person and a wind.

    Skis are two long, narrow boards on which a person slides down a hill of snow. The tips of the skis bend
    up, and stiff boots are fixed to the middle. In each hand the skier holds a thin metal pole. Skis are
    made of wood, metal and plastic, and painted in bright colours. You see skis on a mountain in winter,
    and leaning in a row against the wall of a hut. Skis come in a pair, one for each foot, while a
    snowboard is a single board for both. Skis and a snowboard are used on snow, a surfboard on water, a
    skateboard on the street; all of them are boards to stand on.

    A snowboard is one wide board on which a person slides down a hill of snow, standing sideways. Both
    boots are fixed to the snowboard with straps. It is round at both ends, flat below, and painted on top
    with pictures. A snowboard is made of wood and plastic with edges of steel. You see a snowboard on a
    mountain in winter, in a jump high above the snow, or carried under an arm. A snowboard is like a
    skateboard without wheels, and like a surfboard for frozen water. Skis leave two lines in the snow, and
    a snowboard leaves one broad curve.

    A sports ball is a round thing to throw, kick, hit or catch in a game. It may be as large as a head, as
    in football and basketball, or small enough for a hand, as in tennis and baseball. A sports ball is made
    of leather or rubber, full of air or full of cork and yarn. One sports ball is white with black patches,
    another is orange with black lines, another is yellow and covered with felt. You see a sports ball on
    the grass, in the air, in a net or in a baseball glove. A tennis racket hits one sports ball and a
    baseball bat hits another. Every child who finds a sports ball will kick it. A sports ball is as round
    as an orange or an apple.

    A kite is a light thing of cloth or paper on thin sticks, which flies in the wind at the end of a long
    string. A person stands on the beach or on a hill and holds the string, and the kite pulls. It may have
    the shape of a diamond, a bird or a dragon, with a long tail of ribbons and many bright colours. You see
    a kite high in the sky above the sea. A kite needs wind as a boat with sails does. A kite flies like a
    bird or an airplane, but comes down when the string is pulled. When the wind drops, the kite falls into
    the only tree on the field.

    A baseball bat is a long round stick of wood or metal, thick at one end and thin at the other. The
    player holds the thin end of the baseball bat in both hands, waits for the ball and swings. A baseball
    bat is smooth, brown or silver, and about as long as a leg. You see a baseball bat on the field, over
    the shoulder of the batter, in the hands of a child or on the grass behind the plate. The ball that a
    baseball bat hits is caught with a baseball glove. A baseball bat hits as a tennis racket does, but the
    bat is solid and the racket is strung. A broken baseball bat is soon firewood.

    A baseball glove is a large glove of brown leather with which a player catches the ball. It has thick
    fingers joined by straps, and a deep pocket between the thumb and the first finger. The player wears the
    baseball glove on one hand and throws with the other. You see a baseball glove on the field, on the hand
    of each player who waits for the ball, and on the bench. A baseball glove and a baseball bat belong to
    one game: the bat hits the ball away and the glove takes it out of the air. A new baseball glove is
    stiff; an old baseball glove fits the hand of its owner and no other.

    A skateboard is a short board of wood on four small wheels. A person stands on the skateboard, pushes
    with one foot, and rolls along the street. The board is curved up at both ends, rough on top and painted
    below. You see a skateboard on a ramp, on the steps before a building, on a rail or high in the air with
    its rider. A skateboard has wheels like a bicycle, but no brakes, no seat and no handlebar. A skateboard
    is shorter than a snowboard and much shorter than a surfboard, and it is ridden in the same sideways
    way. When the skateboard stops at a stone, the person goes on.

    A surfboard is a long, narrow board on which a person rides the waves of the sea. It is made of foam and
    plastic, pointed in front, with one or three fins below at the back. The surfer lies on the surfboard,
    paddles out with both arms, and stands up when the wave comes. A surfboard is white, yellow or blue,
    often with a stripe down the middle. You see a surfboard on the beach, upright in the sand, under an arm
    or in the white water. A surfboard is longer than a snowboard and has no straps. A surfboard floats as a
    boat does, and a skateboard rolls on the street where a surfboard glides on water.

    A tennis racket is an oval frame with strings across it and a long handle. The strings are woven like a
    net, tight and flat, and the handle is wrapped in soft tape. A player holds the tennis racket in one
    hand, or in two, and hits a yellow ball over a net. The frame of a tennis racket was once of wood and is
    now light and stiff, black, white or red. You see a tennis racket on the court, in the hand of a player
    dressed in white, or in a bag on the bench. A tennis racket hits a sports ball as a baseball bat does,
    but the strings of the tennis racket throw it back like a spring.

    In sports a person throws a frisbee, hits a sports ball with a tennis racket or a baseball bat, and
    catches it with a baseball glove. On snow a person takes skis or a snowboard, on the sea a surfboard, on
    the street a skateboard, and on a hill in the wind a kite. A snowboard, a surfboard and a skateboard are
    boards for a person who stands sideways; skis are boards for a person who looks ahead. A frisbee and a
    kite fly through the air, and so does every sports ball. The game is over when the frisbee is in the
    tree beside the kite and the sports ball has gone through a window.
    """
}
