extension GloVeText {
  /// The animals.
  static let animals = """
    A bird is an animal with feathers, two wings, two thin legs and a hard beak. A bird flies from tree to
    tree, sings in the morning and lays eggs in a nest. Its feathers may be brown, black, white, green or
    red. A bird eats seeds, worms and crumbs, and sits on a wire, a roof or the back of a bench. A duck is a
    bird that swims on the lake; a gull is a bird that follows a boat. You see a bird in the sky, in the
    garden and on the beach. A bird has wings like an airplane, but it can move them. A cat watches a bird
    with great interest.

    A cat is a small animal with soft fur, four short legs, a long tail and two pointed ears. Its round head
    has bright eyes and long whiskers. The fur of a cat may be black, white, grey, orange or striped. A cat
    sleeps on the couch, on the bed, on the keyboard of a laptop and in any box. It drinks from a bowl,
    hunts a mouse and cleans its fur with its tongue. A cat lives in the house with people, as a dog does,
    but a cat comes when it likes. A cat is smaller than most dogs, and moves without a sound on its soft
    paws.

    A dog is an animal with fur, four legs, a tail which it wags and a long nose with a wet tip. Its ears
    hang down or stand up. A dog may be as small as a cat or as tall as a sheep, and its fur may be brown,
    black, white or spotted. The dog runs beside a person in the park, catches a frisbee in its mouth and
    barks at a stranger. It eats from a bowl and sleeps near the door. On the farm a dog drives the sheep. A
    dog wears a collar and is led by a leash. A dog and a cat share the house, and the dog would like to
    share the couch.

    A horse is a large animal with four long legs, hard hooves, a long neck and a long head. Its short fur
    is brown, black, white or grey; a mane of long hair hangs from its neck, and its tail is of long hair
    too. A horse eats grass in the field and runs fast. A person rides the horse on a saddle, or the horse
    pulls a cart. You see a horse on the farm, at the races and on the meadow, together with a cow or a
    sheep. A zebra is like a horse with black and white stripes. A horse is taller than a cow and much
    quicker, and shorter than a giraffe.

    A sheep is an animal with thick curly wool, four thin legs and hooves. The wool of a sheep is white or
    grey, and its face may be black. A sheep eats grass on the hill and the field, always with other sheep.
    Once a year a person cuts the wool, and warm clothes are made of it. A young sheep is a lamb, which
    jumps for no reason. A dog keeps the sheep together. You see a sheep behind a fence on the farm, beside
    a cow or a horse. A sheep is smaller than a cow, and from afar a sheep on a green field looks like a
    small cloud with legs.

    A cow is a large, heavy animal with four legs, hooves, a tail with a tuft and often two horns. Its short
    fur is brown, or black and white in big patches. A cow eats grass in the field all day, and gives milk.
    The milk makes cheese for a pizza and cream for a cake. You see a cow on the farm, behind a fence,
    beside a horse or a sheep. A cow has a broad wet nose, soft ears and calm eyes. A cow is heavier than a
    horse and slower, and it has patches where a zebra has stripes. A young cow is a calf, and walks beside
    its mother.

    An elephant is the largest animal on land. It has grey wrinkled skin with hardly any hair, four thick
    legs like columns, large ears like sheets of leather and a long nose, the trunk. With the trunk the
    elephant picks leaves, drinks water, throws dust and greets its friends. Two long white tusks grow
    beside the mouth. An elephant lives in the grass land and in the forest, in a herd, near water. You see
    an elephant in the zoo too, near a giraffe and a zebra. An elephant is bigger than a bear, heavier than
    three cars, and eats grass and leaves like a giraffe. A young elephant holds the tail of its mother.

    A bear is a large animal with thick fur, four strong legs, broad paws with long claws and a short tail.
    Its round head has small round ears and a long nose. The fur of a bear is brown or black, and in the far
    north it is white. A bear eats fish, berries, roots and honey, and sleeps through the winter in a den. A
    bear lives in the forest and in the mountains, and can stand on two legs like a person. You see a bear
    in the zoo, too. A bear is much stronger than a dog, and its fur is longer than that of a cow. A teddy
    bear is a toy made in the shape of a young bear.

    A zebra is an animal with black and white stripes. It has four legs, hooves, a tail with a tuft, and a
    short mane which stands up on its neck. The stripes run around the body, down the legs and across the
    face of the zebra, and no two are striped alike. A zebra lives in the grass land of Africa in a herd,
    eats grass and runs fast from the lion. You see a zebra in the zoo, near a giraffe or an elephant. A
    zebra is like a horse with stripes: the same legs, the same hooves, the same head. Nobody rides a zebra,
    which bites. A zebra and a giraffe drink at the same water.

    A giraffe is the tallest animal of all. It has a very long neck, four very long thin legs, hooves, and
    two short horns on its small head. The fur of a giraffe is yellow with brown patches. With its long
    tongue the giraffe takes leaves from the top of a tree. It lives in the grass land of Africa, in a herd,
    and sleeps hardly at all. To drink, a giraffe must spread its front legs wide. You see a giraffe in the
    zoo, near a zebra and an elephant. A giraffe is taller than an elephant, but much lighter. A giraffe
    wears patches, a zebra wears stripes, and both eat plants and fear the lion.

    The animal on the farm is a horse, a cow or a sheep; the animal in the house is a cat or a dog; the
    animal of Africa is an elephant, a zebra or a giraffe; the animal in the forest is a bear; and a bird is
    everywhere. A horse, a cow, a sheep, a zebra and a giraffe have hooves and eat grass or leaves. A cat, a
    dog and a bear have paws, claws and fur, and eat meat. The elephant has skin without fur, and the bird
    has feathers. Each of them but the bird has four legs and a tail. A horse runs with a zebra in stories
    only; a dog runs after a sheep every day.
    """
}
